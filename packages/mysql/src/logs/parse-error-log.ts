import { linesOf, type ParseLogOptions, type ServerLogEntry } from './log-entry.ts';
import { timeAtStart } from './log-time.ts';

/** Where an entry begins: by a time, as JSON (log_sink_json), or where the server dies. */
export const errorLogHead =
  /^(?:\d{4}-\d\d-\d\d[T ]|\d{6} {1,2}\d?\d:\d\d:\d\d |\{ ?"|\d\d:\d\d:\d\d UTC - (?:mysqld|mariadbd) got )/;

type Level = ServerLogEntry['level'];
const levels: Readonly<Record<string, Level>> = { error: 'error', warning: 'warning', note: 'note', system: 'note' };

/**
 * Entries of an error log of MySQL 5.7 to 9 and MariaDB, oldest first; what stands before the first head is dropped.
 * https://dev.mysql.com/doc/refman/8.4/en/error-log-format.html, https://mariadb.com/kb/en/error-log/
 */
export function parseErrorLog(text: string, { offsetMinutes }: ParseLogOptions): ServerLogEntry[] {
  const entries: { head: Omit<ServerLogEntry, 'text'>; lines: string[] }[] = [];
  for (const line of linesOf(text)) {
    const last = entries.at(-1);
    const begun = errorLogHead.test(line) ? beginEntry(line, offsetMinutes, last?.head.at ?? null) : undefined;
    if (begun) entries.push({ head: begun.head, lines: [begun.text] });
    else if (last) last.lines.push(line);
  }
  return entries.map(({ head, lines }) => ({ ...head, text: lines.join('\n').trimEnd() }));
}

interface Begun {
  readonly head: Omit<ServerLogEntry, 'text'>;
  readonly text: string;
}

function beginEntry(line: string, offsetMinutes: number, before: number | null): Begun | undefined {
  if (line.startsWith('{')) return fromJson(line, offsetMinutes);
  const crash = /^(\d\d):(\d\d):(\d\d) UTC - /.exec(line);
  if (crash) return { head: { at: crashTime(crash, before), level: 'error' }, text: line.slice(crash[0].length) };
  const found = timeAtStart(line, offsetMinutes);
  if (!found) return undefined;
  const [, thread, label, code, subsystem, text = ''] =
    /^(?:(\d+|0x[0-9a-f]+) +)?(?:\[(\w+)\] *)?(?:\[(MY-\d+)\] *)?(?:\[(\w+)\] *)?(.*)$/is.exec(found.rest) ?? [];
  const said = signalWords.test(text) ? 'error' : levels[label?.toLowerCase() ?? ''];
  const head = { at: found.at, level: said ?? 'note', ...named({ thread, code, subsystem }) };
  return { head, text: label !== undefined && said === undefined ? `[${label}] ${text}` : text };
}

const signalWords = /^(?:mysqld|mariadbd) got (?:signal|exception)/;

/** It gives the time of day alone: the day of the entry before, or the next. */
function crashTime([, hour, minute, second]: RegExpExecArray, before: number | null): number | null {
  if (before === null) return null;
  const day = Math.floor(before / 86_400_000) * 86_400_000;
  const at = day + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000;
  return at + 1000 < before ? at + 86_400_000 : at;
}

function fromJson(line: string, offsetMinutes: number): Begun | undefined {
  let found: Record<string, unknown>;
  try {
    found = JSON.parse(line);
  } catch {
    return undefined;
  }
  const { time, label, msg, subsystem, thread, err_code: number } = found;
  if (typeof msg !== 'string' || typeof time !== 'string') return undefined;
  const code = typeof number === 'number' ? `MY-${String(number).padStart(6, '0')}` : undefined;
  const level = levels[String(label).toLowerCase()] ?? 'note';
  const more = named({ code, subsystem: stringOf(subsystem), thread: stringOf(thread) });
  return { head: { at: timeAtStart(time, offsetMinutes)?.at ?? null, level, ...more }, text: msg };
}

const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

const named = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
