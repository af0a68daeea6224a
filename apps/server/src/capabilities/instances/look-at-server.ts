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

export interface HowToStop {
  /** `cluster`: its replicas stop too. */
  readonly scope: 'instance' | 'cluster';
  /** `even-so`: only waiting commits still refuse. */
  readonly manner: 'careful' | 'even-so';
  /** Whom it replicates from, where that one goes on. */
  readonly primary?: ServerInput | undefined;
}

/** Everything that speaks against stopping this server now; nothing where it does not run. */
export async function whyNotStop(
  access: Access,
  server: ServerInput,
  { primary, ...how }: HowToStop,
  options: OpenOptions = {},
): Promise<readonly Refusal[]> {
  if (!(await isRunning(access, server, options))) return [];
  await using mysql = await access.openInstance(server.instanceId, { ...options, as: 'admin' });
  const sessions = await listSessions(mysql);
  const { waiting, replicaActive } = await readSemiSync(mysql, versionOf(server));
  const asks = primary !== undefined && replicaActive && how.scope === 'instance' && how.manner === 'careful';
  const spare = asks ? await spareAcknowledgers(access, primary, options.signal) : undefined;
  return stopRefusals({ name: server.name, sessions, waiting, spare, ...how });
}

/** How many acknowledging replicas a primary could lose before its commits wait; undefined: it waits for none, or does not run. */
async function spareAcknowledgers(
  access: Access,
  primary: ServerInput,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  const options = signal ? { signal } : {};
  if (!(await isRunning(access, primary, options))) return undefined;
  await using mysql = await access.openInstance(primary.instanceId, { ...options, as: 'admin' });
  const { sourceActive, clients, needed } = await readSemiSync(mysql, versionOf(primary));
  return sourceActive ? clients - needed : undefined;
}
