import { send } from '../catalogue/statement.ts';
import { boundedText } from '../observe/bounded-text.ts';
import { timeOf } from '../observe/time-of.ts';
import type { SqlRunner } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { errorLogTable } from './replication-statements.ts';

export interface LoggedError {
  /** ISO time; null = not readable. */
  readonly at: string | null;
  readonly text: string;
}

/** Newest first. undefined: this version keeps no such table. @throws what the server says */
export async function readErrorLog(sql: SqlRunner, version: Version): Promise<readonly LoggedError[] | undefined> {
  if (errorLogTable.text(version, undefined) === undefined) return undefined;
  const rows = await send(sql, version, errorLogTable, { limits: { maxOutputBytes: 8 * 1024 * 1024 } });
  return rows.slice(0, 2000).map((row) => ({
    at: timeOf(row.at),
    // As it stands in the file: thread, [priority] [code] [subsystem] text.
    text: `${boundedText(row.thread, 20)} [${boundedText(row.priority, 16)}] [${boundedText(row.code, 16)}] [${boundedText(row.subsystem, 16)}] ${boundedText(row.text, 2000)}`,
  }));
}
