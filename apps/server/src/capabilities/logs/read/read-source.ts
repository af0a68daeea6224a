import { type LogEntry, type LogOutcome, logBounds } from '@myriad/contract';
import {
  errorLogHead,
  minutesOf,
  parseErrorLog,
  parseSlowLog,
  readErrorLog,
  readNamed,
  readVersion,
  type ServerLogEntry,
  slowLogHead,
} from '@myriad/mysql';
import { findLogFile, listLogFiles, NothingToRead, readLogPart } from '../../instances/index.ts';
import type { LogSource } from '../find-targets.ts';
import type { LogParts } from '../parts.ts';
import { shownLogText } from '../shown-log-text.ts';
import { openWatching } from './open-watching.ts';
import { type LogFile, partBytes, readBack } from './read-back.ts';
import { isSought, type Sought } from './sought.ts';

export interface ReadLog {
  readonly entries: readonly LogEntry[];
  readonly outcome: Pick<LogOutcome, 'source' | 'files' | 'readBytes' | 'readBackTo' | 'because'>;
}

/**
 * One log of one instance: its file by way of the host; where there is no way, the error log as the server itself shows it.
 * @throws NothingToRead, PathError, ProblemError
 */
export function readSource(parts: LogParts, source: LogSource, sought: Sought, signal: AbortSignal): Promise<ReadLog> {
  if (source.on.paths.length > 0) return readFiles(parts, source, sought, signal);
  if (source.kind === 'error') return readTable(parts, source, sought, signal);
  throw new NothingToRead({
    en: 'The platform has no way to the host, and its file is the only place a slow log is read from.',
    zh: '平台没有到该主机的访问路径，而慢日志只能从主机上的文件读取。',
  });
}

async function readFiles(parts: LogParts, source: LogSource, sought: Sought, signal: AbortSignal): Promise<ReadLog> {
  const place = await findLogFile(source.record, source.kind, async (names) => {
    await using session = await openWatching(parts, source.record, signal);
    return readNamed(session, 'variables', names);
  });
  await using session = await parts.access.openHost(source.record.hostId, { signal });
  const listed = await session.action(listLogFiles, place, { signal });
  const offsetMinutes = minutesOf(listed.zone === '' ? 'Z' : listed.zone, 0);
  const isError = source.kind === 'error';
  const format = {
    parse: (text: string) => (isError ? parseErrorLog : parseSlowLog)(text, { offsetMinutes }),
    head: isError ? errorLogHead : slowLogHead,
  };
  const files = listed.files
    .map(({ path, sizeBytes, changedAt }): LogFile => ({ path, sizeBytes, changedAt: changedAt * 1000 }))
    // The log itself is the newest, whatever the clock of its host says.
    .sort((a, b) => Number(b.path === place.file) - Number(a.path === place.file) || b.changedAt - a.changedAt);
  const limits = { signal, maxOutputBytes: 2 * partBytes };
  const {
    entries,
    readBytes,
    readBackTo,
    files: touched,
  } = await readBack(files, {
    format,
    ...{ from: sought.from, to: sought.to, limit: sought.limit, mostBytes: logBounds.bytesPerLog },
    fits: (entry) => isSought(entry, sought),
    readPart: async ({ path }, offset, length) => {
      const { data } = await session.action(readLogPart, { ...place, file: path, offset, length }, limits);
      return Buffer.from(data, 'base64');
    },
  });
  return {
    entries: entries.map((entry) => viewEntry(source, entry)),
    outcome: {
      ...{ source: 'file', readBytes },
      files: touched.map(({ path, sizeBytes }) => ({ path: shownLogText(path, 500).text, sizeBytes })),
      ...(readBackTo === undefined ? {} : { readBackTo }),
      ...(listed.packed > 0 ? { because: packedWords(listed.packed) } : {}),
    },
  };
}

const packedWords = (count: number) => ({
  en: `${count} compressed files beside it are not read.`,
  zh: `旁边有 ${count} 个压缩文件未读取。`,
});

async function readTable(parts: LogParts, source: LogSource, sought: Sought, signal: AbortSignal): Promise<ReadLog> {
  await using session = await openWatching(parts, source.record, signal);
  const rows = await readErrorLog(session, await readVersion(session));
  if (rows === undefined)
    throw new NothingToRead({
      en: 'The platform has no way to the host, and this version shows no error log of its own (MySQL 8.0.22 and later do).',
      zh: '平台没有到该主机的访问路径，且该版本自身不提供错误日志（MySQL 8.0.22 及以上提供）。',
    });
  const all = rows.toReversed().flatMap(({ at, text }) => parseErrorLog(`${at ?? ''} ${text}`, { offsetMinutes: 0 }));
  const oldest = all.find(({ at }) => at !== null)?.at ?? undefined;
  const entries = all.filter((entry) => isSought(entry, sought)).slice(-sought.limit);
  return {
    entries: entries.map((entry) => viewEntry(source, entry)),
    // The server keeps the newest only.
    outcome: { source: 'table', ...(oldest === undefined || oldest <= sought.from ? {} : { readBackTo: oldest }) },
  };
}

/** Every text of a server is made harmless here, once. */
function viewEntry({ kind, instanceId }: LogSource, entry: ServerLogEntry): LogEntry {
  const { text, cut } = shownLogText(entry.text);
  const { at, level, seconds, lockSeconds, rowsSent, rowsExamined } = entry;
  const short = (value: string | undefined) => (value === undefined ? undefined : shownLogText(value, 200).text);
  return {
    ...{ kind, at, level, text, instanceId, ...(cut ? { cut } : {}) },
    ...present({ code: short(entry.code), subsystem: short(entry.subsystem), thread: short(entry.thread) }),
    ...present({ user: short(entry.user), schema: short(entry.schema) }),
    ...present({ seconds: finite(seconds), lockSeconds: finite(lockSeconds) }),
    ...present({ rowsSent: finite(rowsSent), rowsExamined: finite(rowsExamined) }),
  };
}

const finite = (value: number | undefined): number | undefined => (Number.isFinite(value) ? value : undefined);

const present = <T extends Readonly<Record<string, unknown>>>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
