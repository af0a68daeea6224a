import { type LogLine, type LogOutcome, type LogQuery, type LogTarget, logBounds, type Words } from '@myriad/contract';
import { PathError, pathErrorWords } from '@myriad/paths';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { logFileWords, NothingToRead } from '../instances/index.ts';
import { findTargets, type LogSource, platformTargets } from './find-targets.ts';
import { createOutput } from './output.ts';
import type { LogParts } from './parts.ts';
import { readAuditLog, readTaskLog } from './platform-logs/read-platform-log.ts';
import { mayReadAuditLog } from './policy.ts';
import { type ReadLog, readSource } from './read/read-source.ts';
import type { Sought } from './read/sought.ts';
import { shownLogText } from './shown-log-text.ts';

/** Hosts asked at the same time, and how long one may take. */
const atOnce = 16;
const secondsPerLog = 40;
const hour = 3_600_000;
const day = 24 * hour;

/**
 * Checks a query, and gives back its answer line by line: progress, entries and failures of each log as they come. Whoever stops
 * listening ends it.
 * @throws ProblemError before the first line, as the contract lists them
 */
export async function searchLogs(
  parts: LogParts,
  actor: Actor,
  query: LogQuery,
  stopping: AbortSignal,
): Promise<AsyncIterable<LogLine>> {
  const now = parts.clock.now();
  const to = Math.min(query.to ?? now, now);
  const from = query.from ?? to - hour;
  if (from >= to) throw new ProblemError('LOG_RANGE_WRONG');
  if (to - from > logBounds.rangeDays * day)
    throw new ProblemError('LOG_RANGE_TOO_LONG', { days: logBounds.rangeDays });
  if (query.kinds.includes('audit')) requireAllowed(mayReadAuditLog(actor));
  const { sources, leftOut, about } = await findTargets(parts, actor, query);
  const sought = { from, to, level: query.level, text: query.text, limit: query.limit };
  return runSearch(parts, actor, {
    sources,
    ofPlatform: platformTargets(query.kinds),
    leftOut,
    sought,
    stopping,
    about,
  });
}

interface Search {
  readonly sources: readonly LogSource[];
  readonly ofPlatform: readonly LogTarget[];
  readonly leftOut: number;
  readonly sought: Sought;
  /** What of the fleet was named. */
  readonly about: readonly string[] | undefined;
  readonly stopping: AbortSignal;
}

async function* runSearch(
  parts: LogParts,
  actor: Actor,
  { sources, ofPlatform, leftOut, sought, stopping, about }: Search,
): AsyncGenerator<LogLine> {
  const begun = performance.now();
  const given = new AbortController();
  const signal = AbortSignal.any([given.signal, stopping, AbortSignal.timeout(logBounds.seconds * 1000)]);
  const shown = sources.map(
    ({ key, kind, instanceId, instance, host, cluster }): LogTarget => ({
      ...{ key, kind },
      ...(instanceId === undefined ? {} : { instanceId }),
      ...(instance === undefined ? {} : { instance }),
      ...(host === undefined ? {} : { host }),
      ...(cluster === undefined ? {} : { cluster }),
    }),
  );
  yield { type: 'targets', from: sought.from, to: sought.to, targets: [...shown, ...ofPlatform], leftOut };
  const works = [
    ...ofPlatform.map(
      (target) => () => readOne(parts, target.key, () => readPlatform(parts, actor, target, sought, about)),
    ),
    ...sources.map((source) => () => readOne(parts, source.key, () => readHere(parts, source, sought, signal))),
  ];
  const output = createOutput<readonly LogLine[]>(works, atOnce, signal);
  let entries = 0;
  let failed = 0;
  let ended = 0;
  try {
    for await (const lines of output)
      for (const line of lines) {
        if (line.type === 'entries') entries += line.entries.length;
        if (line.type === 'outcome') {
          ended += 1;
          if (line.outcome.state === 'failed') failed += 1;
        }
        yield line;
      }
    const tookMilliseconds = Math.round(performance.now() - begun);
    yield { type: 'end', entries, failed, tookMilliseconds, unfinished: works.length - ended };
  } finally {
    given.abort();
  }
}

const readHere = (parts: LogParts, source: LogSource, sought: Sought, signal: AbortSignal): Promise<ReadLog> =>
  readSource(parts, source, sought, AbortSignal.any([signal, AbortSignal.timeout(secondsPerLog * 1000)]));

async function readPlatform(
  parts: LogParts,
  actor: Actor,
  { kind }: LogTarget,
  sought: Sought,
  about: readonly string[] | undefined,
): Promise<ReadLog> {
  const { from, to } = sought;
  const { entries, readBackTo } =
    kind === 'audit'
      ? await readAuditLog(parts.db, sought)
      : await readTaskLog(parts.readTaskLog(actor, { from, to, ...(about ? { about } : {}) }), sought);
  const because = kind === 'audit' && about ? { because: auditWords } : {};
  return { entries, outcome: { source: 'store', ...because, ...(readBackTo === undefined ? {} : { readBackTo }) } };
}

const auditWords: Words = {
  en: 'The audit log is not narrowed by the things that were named.',
  zh: '审计日志不按所指定的对象筛选。',
};

/** Never throws: what goes wrong with one log is said of that log. */
async function readOne(parts: LogParts, key: string, read: () => Promise<ReadLog>): Promise<readonly LogLine[]> {
  const begun = performance.now();
  const outcomeOf = (of: Omit<LogOutcome, 'key' | 'tookMilliseconds'>): LogLine => ({
    type: 'outcome',
    outcome: { key, ...of, tookMilliseconds: Math.round(performance.now() - begun) },
  });
  try {
    const { entries, outcome } = await read();
    const said = outcomeOf({ state: 'read', found: entries.length, ...outcome });
    return entries.length > 0 ? [{ type: 'entries', key, entries: [...entries] }, said] : [said];
  } catch (error) {
    const because = failureWords(error);
    if (because === undefined) parts.log.error('a log could not be read', { log: key, error });
    return [outcomeOf({ state: 'failed', found: 0, because: because ?? oursWords })];
  }
}

const oursWords: Words = {
  en: 'Myriad failed at this; the fault is ours.',
  zh: 'Myriad 处理失败，这是平台自身的问题。',
};

/** undefined: a fault of ours. */
function failureWords(error: unknown): Words | undefined {
  if (error instanceof NothingToRead) return error.words;
  if (error instanceof ProblemError)
    return {
      en: `The platform has no account or way for it (${error.code}).`,
      zh: `平台没有可用的账号或路径（${error.code}）。`,
    };
  if (!(error instanceof PathError)) return undefined;
  const { code, message } = error;
  if (code === 'ABORTED' || code === 'TIMED_OUT') return { en: 'It did not answer in time.', zh: '未在时限内应答。' };
  const refused = logFileWords(error);
  if (refused) return refused;
  const words = pathErrorWords({ code, message: shownLogText(message, 300).text });
  return { en: `It cannot be read: ${words.en}`, zh: `无法读取：${words.zh}` };
}
