import { type LogEntry, LogKind, LogLevel, type LogTarget, logBounds } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import {
  type CommandCall,
  defineCommand,
  type Flag,
  listFlag,
  textFlag,
  UsageError,
  wholeFlag,
} from '../../command.ts';
import type { Language } from '../../language.ts';
import { followSearch } from './follow-search.ts';
import { readMoment } from './read-moment.ts';

const things = [
  ['instance', 'instances', { en: 'Only of this instance, by name or id', zh: '仅检索该实例（名称或编号）' }],
  ['host', 'hosts', { en: 'Only of instances on this host', zh: '仅检索该主机上的实例' }],
  ['cluster', 'clusters', { en: 'Only of this cluster', zh: '仅检索该集群' }],
  ['application', 'applications', { en: 'Only of this application', zh: '仅检索该应用' }],
] as const;

const flags: readonly Flag[] = [
  {
    name: 'kind',
    value: LogKind.options.join('|'),
    words: { en: 'Which log; may be given more than once. Default: error', zh: '日志种类，可重复。默认 error' },
    repeat: true,
  },
  {
    name: 'since',
    value: 'TIME',
    words: { en: '15m, 2h, 3d or a time; default 1h', zh: '15m、2h、3d 或时间，默认 1h' },
  },
  { name: 'until', value: 'TIME', words: { en: 'The same; default now', zh: '写法相同，默认为现在' } },
  {
    name: 'text',
    value: 'WORDS',
    words: { en: 'All of these words, whatever the case', zh: '包含全部这些词，不区分大小写' },
  },
  { name: 'level', value: LogLevel.options.join('|'), words: { en: 'This grave or graver', zh: '该级别及以上' } },
  ...things.map(([name, , words]): Flag => ({ name, value: 'NAME', words, repeat: true })),
  {
    name: 'limit',
    value: 'N',
    words: {
      en: `Entries of each log, the newest; default 200, at most ${logBounds.entriesPerLog}`,
      zh: `每份日志取最新的条数，默认 200，最多 ${logBounds.entriesPerLog}`,
    },
  },
];

export const command = defineCommand({
  summary: {
    en: 'Search error, slow, task and audit logs of many instances',
    zh: '跨实例检索错误、慢查询、任务与审计日志',
  },
  flags,
  examples: [
    'myriad logs search --cluster shop --since 2h --level error',
    'myriad logs search --kind slow --application orders --text "select visit" --since 1d',
  ],
  run: async (call) => {
    const found = await followSearch(call, queryOf(call, Date.now()));
    const failed = found.unfinished > 0 || found.outcomes.some(({ state }) => state === 'failed');
    return {
      value: found,
      text: (language) => found.entries.map((entry) => lineOf(entry, found.targets, language)).join(''),
      ...(failed ? { exit: 'failed' as const } : {}),
    };
  },
});

export function queryOf(call: Pick<CommandCall, 'flags'>, now: number): Record<string, string> {
  const kinds = listFlag(call, 'kind');
  const wrong = kinds.find((kind) => !LogKind.options.some((each) => each === kind));
  if (wrong !== undefined)
    throw new UsageError({
      en: `--kind is one of: ${LogKind.options.join(', ')}.`,
      zh: `--kind 可选值：${LogKind.options.join('、')}。`,
    });
  const moment = (name: string) => {
    const text = textFlag(call, name);
    return text === undefined ? undefined : readMoment(name, text, now);
  };
  const query: Record<string, string | number | undefined> = {
    kinds: kinds.join() || undefined,
    from: moment('since'),
    to: moment('until'),
    text: textFlag(call, 'text'),
    level: choiceFlag(call, 'level', LogLevel.options),
    limit: wholeFlag(call, 'limit'),
  };
  for (const [flag, name] of things) query[name] = listFlag(call, flag).join() || undefined;
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

/** `2026-11-22T18:40:03.123Z ERROR db-17:3306 [MY-010584] text`, further lines indented. */
function lineOf(entry: LogEntry, targets: readonly LogTarget[], language: Language): string {
  const { at, code, instanceId, kind, level, rowsExamined, seconds, taskId, user, words } = entry;
  const where = targets.find((target) => target.instanceId === instanceId)?.instance ?? taskId ?? kind;
  const numbers = [
    seconds === undefined ? undefined : `${seconds} s`,
    rowsExamined === undefined ? undefined : language === 'zh' ? `扫描 ${rowsExamined} 行` : `${rowsExamined} rows`,
    kind === 'slow' ? user : undefined,
  ].filter((each) => each !== undefined);
  const head = [
    at === null ? '-' : new Date(at).toISOString(),
    level.toUpperCase().padEnd(7),
    where,
    ...(code === undefined ? [] : [`[${code}]`]),
    ...(numbers.length > 0 ? [`(${numbers.join(', ')})`] : []),
  ];
  return `${head.join(' ')} ${(words?.[language] ?? entry.text).replaceAll('\n', '\n    ')}\n`;
}
