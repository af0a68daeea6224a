import { endConnection, keepClientsOut } from './catalogue/server.ts';
import { anywhere, send } from './catalogue/statement.ts';
import { clientSessions, listSessions } from './sessions.ts';
import { isOn, readNamed, type SqlRunner } from './sql-runner.ts';
import type { Version } from './version.ts';

/**
 * Ends every client's connection, so that none is ever told “committed” from here on. MySQL keeps them out until `letClientsIn`
 * or a restart, but spares those with CONNECTION_ADMIN or SUPER, an operator's script among them: these are cut one by one, as
 * all are on MariaDB, which knows no such mode. Who is cut so may come again; `ownUsers` stay.
 * A commit that waits for an acknowledgement goes on waiting on MySQL although its client is gone, and fails on MariaDB.
 */
export async function cutClients(sql: SqlRunner, version: Version, ownUsers: readonly string[]): Promise<void> {
  if (version.flavor === 'mysql') await send(sql, version, keepClientsOut, { input: 'ON' });
  for (const { id } of clientSessions(await listSessions(sql), ownUsers)) {
    try {
      await send(sql, version, endConnection, { input: id });
    } catch (error) {
      // Gone by itself meanwhile (ER_NO_SUCH_THREAD).
      if (!(error instanceof Error && /unknown thread/i.test(error.message))) throw error;
    }
  }
}

/** Are clients kept out by `cutClients`? Never on MariaDB. */
export async function keepsClientsOut(sql: SqlRunner): Promise<boolean> {
  return isOn((await readNamed(sql, 'variables', ['offline_mode'])).get('offline_mode'));
}

export async function letClientsIn(sql: SqlRunner): Promise<void> {
  if (await keepsClientsOut(sql)) await send(sql, anywhere, keepClientsOut, { input: 'OFF' });
}
