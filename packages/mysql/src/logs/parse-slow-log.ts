import { linesOf, type ParseLogOptions, type ServerLogEntry } from './log-entry.ts';
import { timeAtStart } from './log-time.ts';

/** Where an entry begins. Old servers and MariaDB write the time only when its second has changed. */
export const slowLogHead = /^# (?:Time: |User@Host: )/;

/** What a server writes whenever it opens the file. */
const banner = /^(?:\S+, Version: .* started with:|Tcp port: \d+ .*|Time +Id +Command +Argument)$/;

interface Open {
  at: number | null;
  hasUser: boolean;
  fields: { -readonly [Field in keyof ServerLogEntry]?: ServerLogEntry[Field] };
  body: string[];
}

const open = (at: number | null): Open => ({ at, hasUser: false, fields: {}, body: [] });

/**
 * Entries of a slow log of MySQL 5.7 to 9 and MariaDB, oldest first; what stands before the first head is dropped.
 * https://dev.mysql.com/doc/refman/8.4/en/slow-query-log.html, https://mariadb.com/kb/en/slow-query-log-overview/
 */
export function parseSlowLog(text: string, { offsetMinutes }: ParseLogOptions): ServerLogEntry[] {
  const entries: ServerLogEntry[] = [];
  let current: Open | undefined;
  let time: number | null = null;
  const close = () => {
    const body = current?.body.join('\n').trim() ?? '';
    if (current && body !== '') entries.push({ ...current.fields, at: current.at, level: 'note', text: body });
    current = undefined;
  };
  for (const line of linesOf(text)) {
    if (line.startsWith('# Time: ')) {
      close();
      time = timeAtStart(line.slice('# Time: '.length), offsetMinutes)?.at ?? null;
      current = open(time);
    } else if (line.startsWith('# User@Host: ')) {
      if (current?.hasUser || (current?.body.length ?? 0) > 0) close();
      current ??= open(time);
      current.hasUser = true;
      readUser(current, line);
    } else if (banner.test(line)) close();
    else if (current) readLine(current, line, time);
  }
  close();
  return entries;
}

function readUser({ fields }: Open, line: string): void {
  // user[effective user] @ host [address]  Id: 8
  const [, user, host, address, thread] =
    /^# User@Host: ([^[]*)\[[^\]]*\] @ +(\S*) *\[([^\]]*)\](?: +Id: +(\d+))?/.exec(line) ?? [];
  if (user !== undefined) fields.user = `${user.trim()}@${host || address || ''}`;
  if (thread !== undefined) fields.thread = thread;
}

function readLine(entry: Open, line: string, time: number | null): void {
  const { fields, body } = entry;
  if (body.length === 0 && line.startsWith('# ') && !line.startsWith('# administrator command')) {
    readNumbers(fields, line);
    return;
  }
  if (body.length === 0) {
    const [, schema] = /^use (.+);$/.exec(line) ?? [];
    if (schema !== undefined) {
      fields.schema = schema.replace(/^`(.*)`$/, '$1');
      return;
    }
    const [, seconds] = /^SET (?:\w+=\d+,)*timestamp=(\d{1,12})(?:\.\d+)?;$/.exec(line) ?? [];
    if (seconds !== undefined) {
      // The server's own clock, whatever its zone; only the time of the end is finer.
      if (entry.at === null || entry.at === time) entry.at = nearer(entry.at, Number(seconds) * 1000, fields.seconds);
      return;
    }
  }
  body.push(line);
}

/** Is the written time the end of this statement? A written time of an earlier entry is not. */
function nearer(written: number | null, begun: number, seconds: number | undefined): number {
  if (written === null) return begun;
  const ended = begun + (seconds ?? 0) * 1000;
  return Math.abs(written - ended) <= 2000 || Math.abs(written - begun) <= 2000 ? written : begun;
}

function readNumbers(fields: Open['fields'], line: string): void {
  for (const [, name, value = ''] of line.matchAll(/(\w+): *([^\s:]+)(?= |$)/g)) {
    if (name === 'Query_time') fields.seconds = Number(value);
    else if (name === 'Lock_time') fields.lockSeconds = Number(value);
    else if (name === 'Rows_sent') fields.rowsSent = Number(value);
    else if (name === 'Rows_examined') fields.rowsExamined = Number(value);
    else if (name === 'Schema') fields.schema = value;
    else if (name === 'Thread_id') fields.thread = value;
  }
}
