import { listSessions, readSemiSync } from '@myriad/mysql';
import type { Access, OpenOptions } from '../paths/index.ts';
import { readServer } from './actions/server-actions.ts';
import type { Refusal } from './checks/index.ts';
import { stopRefusals } from './checks/stop-guard.ts';
import { oneServer, type ServerInput } from './server-input.ts';
import { versionOf } from './server-package.ts';

/** Does its process run? Asked of the host, not of the port. */
export async function isRunning(access: Access, server: ServerInput, options: OpenOptions = {}): Promise<boolean> {
  await using session = await access.openHost(server.hostId, options);
  return (await session.action(readServer, oneServer(server))).running;
}

/** Everything that speaks against stopping this server now; nothing where it does not run. */
export async function whyNotStop(
  access: Access,
  server: ServerInput,
  how: { readonly wholeCluster: boolean; readonly force: boolean },
  options: OpenOptions = {},
): Promise<readonly Refusal[]> {
  if (!(await isRunning(access, server, options))) return [];
  await using mysql = await access.openInstance(server.instanceId, { ...options, as: 'admin' });
  const sessions = await listSessions(mysql);
  const { waiting } = await readSemiSync(mysql, versionOf(server));
  return stopRefusals({ name: server.name, sessions, waiting, ...how });
}
