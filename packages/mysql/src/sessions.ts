import { allSessions } from './catalogue/server.ts';
import { anywhere, send } from './catalogue/statement.ts';
import { numberOf, type SqlRunner, textOf } from './sql-runner.ts';

export interface SessionRow {
  readonly id: number;
  readonly user: string;
  readonly host: string;
  readonly database: string;
  readonly command: string;
  readonly seconds: number | null;
  readonly state: string;
  /** The statement's first 200 characters; only where the account may see it. */
  readonly statement: string;
}

const ofServer = new Set(['system user', 'event_scheduler', 'unauthenticated user']);
const dump = /^Binlog Dump/i;

/** Everything connected, as the server lists it. SHOW PROCESSLIST works alike on every version of both flavours. */
export async function listSessions(sql: SqlRunner): Promise<readonly SessionRow[]> {
  const rows = await send(sql, anywhere, allSessions);
  return rows.map((row) => ({
    id: Number(textOf(row.Id)),
    user: textOf(row.User),
    host: textOf(row.Host),
    database: textOf(row.db),
    command: textOf(row.Command),
    seconds: numberOf(row.Time),
    state: textOf(row.State),
    statement: textOf(row.Info).slice(0, 200),
  }));
}

/** Sessions of people and applications: not the server's own threads, not replicas, not the accounts named. */
export const clientSessions = (rows: readonly SessionRow[], ownUsers: readonly string[]): readonly SessionRow[] =>
  rows.filter(
    (row) =>
      !ofServer.has(row.user) && !dump.test(row.command) && row.command !== 'Daemon' && !ownUsers.includes(row.user),
  );

/** Replicas that fetch from this server, by their dump threads. */
export const replicaSessions = (rows: readonly SessionRow[]): readonly SessionRow[] =>
  rows.filter((row) => dump.test(row.command));

/** Commits that wait for a semi-sync acknowledgement. A graceful stop now would acknowledge them although no replica has them. */
export const waitingCommits = (rows: readonly SessionRow[]): readonly SessionRow[] =>
  rows.filter((row) => !ofServer.has(row.user) && /waiting for semi-sync ack/i.test(row.state));
