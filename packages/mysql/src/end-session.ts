import { endSession, oneSession, transactionOfSession } from './catalogue/kill.ts';
import { send } from './catalogue/statement.ts';
import { statementShape } from './catalogue/statement-shape.ts';
import type { SessionRow } from './sessions.ts';
import { numberOf, readNamed, type SqlRunner, textOf } from './sql-runner.ts';
import type { Version } from './version.ts';

/** One session as it is right now. */
export interface SessionSeen extends SessionRow {
  /** When this run of the server began, epoch seconds by the server's own count: ids begin anew with it. */
  readonly serverStartedAt: number;
  /** undefined: no transaction of InnoDB is open. */
  readonly transaction:
    | { readonly seconds: number | null; readonly rowsModified: number; readonly rowsLocked: number }
    | undefined;
  /** What it runs, without its values. '' = nothing. */
  readonly shape: string;
}

/** undefined: no such session. `nowSeconds`: our clock, to date the server's start by its uptime. */
export async function findSession(
  sql: SqlRunner,
  version: Version,
  id: number,
  nowSeconds: number,
): Promise<SessionSeen | undefined> {
  const [row] = await send(sql, version, oneSession, { values: [id] });
  if (!row) return undefined;
  const [open] = await send(sql, version, transactionOfSession, { values: [id] });
  const uptime = numberOf((await readNamed(sql, 'status', ['Uptime'])).get('uptime')) ?? 0;
  const statement = textOf(row.statement);
  return {
    id: Number(textOf(row.id)),
    user: textOf(row.user),
    host: textOf(row.host),
    database: textOf(row.db),
    command: textOf(row.command),
    seconds: numberOf(row.seconds),
    state: textOf(row.state),
    statement,
    shape: statementShape(statement).slice(0, 500),
    serverStartedAt: Math.round(nowSeconds - uptime),
    transaction: open && {
      seconds: numberOf(open.seconds),
      rowsModified: numberOf(open.modified_rows) ?? 0,
      rowsLocked: numberOf(open.locked_rows) ?? 0,
    },
  };
}

/** Ends it, or only what it runs. Whether it is who was meant, the caller has made sure of just before. */
export async function killSession(
  sql: SqlRunner,
  version: Version,
  id: number,
  what: 'query' | 'connection',
): Promise<void> {
  await send(sql, version, endSession, { input: { id, what } });
}

const systemUsers = new Set(['system user', 'event_scheduler', 'unauthenticated user', 'mysql.session', 'mysql.sys']);

/** Sessions nobody may end by ticket: the server's own threads and those that replicate. */
export const belongsToServer = ({ user, command, id }: Pick<SessionRow, 'user' | 'command' | 'id'>): boolean =>
  id <= 0 || systemUsers.has(user) || /^(Daemon|Binlog Dump|Slave_|Connect Out|Group)/i.test(command);
