import { type CommandCall, type Flag, textFlag, UsageError } from '../../command.ts';

export const timesFlags: readonly Flag[] = [
  {
    name: 'cron',
    value: 'CRON',
    words: {
      en: 'When: minute hour day month weekday, e.g. "0 2 * * *"',
      zh: '触发时间：分 时 日 月 周，例如 "0 2 * * *"',
    },
  },
  {
    name: 'time-zone',
    value: 'ZONE',
    words: {
      en: 'IANA name, e.g. Asia/Shanghai; default: of this computer',
      zh: 'IANA 时区名，例如 Asia/Shanghai；默认取本机时区',
    },
  },
  {
    name: 'window',
    value: 'HH:MM-HH:MM',
    words: { en: 'Only between these times of day; may go over midnight', zh: '仅在该时间窗口内执行，可跨午夜' },
  },
];

/** When, as the flags say it. @throws UsageError */
export function readTimes(call: Pick<CommandCall, 'flags'>) {
  const cron = textFlag(call, 'cron');
  if (cron === undefined)
    throw new UsageError({
      en: 'Say when: --cron "0 2 * * *".',
      zh: '请用 --cron 指定时间，例如 --cron "0 2 * * *"。',
    });
  const timeZone = textFlag(call, 'time-zone') ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const window = readWindow(textFlag(call, 'window'));
  return { cron, timeZone, ...(window ? { window } : {}) };
}

function readWindow(text: string | undefined): { from: string; to: string } | undefined {
  if (text === undefined) return undefined;
  const [, from, to] = /^(\d\d:\d\d)[-–](\d\d:\d\d)$/.exec(text) ?? [];
  if (from === undefined || to === undefined)
    throw new UsageError({ en: '--window takes HH:MM-HH:MM.', zh: '--window 的格式为 HH:MM-HH:MM。' });
  return { from, to };
}
