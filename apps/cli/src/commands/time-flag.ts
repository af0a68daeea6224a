import { type CommandCall, textFlag, UsageError } from '../command.ts';

/** A time as people write it (ISO 8601), in epoch ms. @throws UsageError */
export function timeFlag(call: CommandCall, name: string): number | undefined {
  const text = textFlag(call, name);
  if (text === undefined) return undefined;
  const at = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d)?/.test(text)
    ? Date.parse(/[T ]/.test(text) ? text : `${text}T00:00`)
    : NaN;
  if (Number.isNaN(at))
    throw new UsageError({
      en: `--${name} takes a time such as 2027-02-05T18:00.`,
      zh: `--${name} 需要一个时间，例如 2027-02-05T18:00。`,
    });
  return at;
}
