import { UsageError } from '../../command.ts';

/** `--set key=value --remove key` as the platform takes it: null takes a label away. @throws UsageError */
export function readLabels(set: readonly string[], remove: readonly string[]): Record<string, string | null> {
  if (set.length + remove.length === 0)
    throw new UsageError({
      en: 'Say --set KEY=VALUE or --remove KEY.',
      zh: '请用 --set KEY=VALUE 或 --remove KEY 指定。',
    });
  const labels: Record<string, string | null> = Object.fromEntries(remove.map((key) => [key, null]));
  for (const text of set) {
    const at = text.indexOf('=');
    if (at < 1)
      throw new UsageError({ en: `--set takes KEY=VALUE, not ${text}.`, zh: `--set 需要 KEY=VALUE，而不是 ${text}。` });
    labels[text.slice(0, at)] = text.slice(at + 1);
  }
  return labels;
}
