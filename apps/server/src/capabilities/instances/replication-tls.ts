import { PathError } from '@myriad/paths';
import type { StepContext } from '@myriad/runbook';
import { readAccount } from './accounts.ts';
import type { InstancePorts } from './ports.ts';
import type { ServerInput } from './server-input.ts';

/** Tried with the right password, over a plain connection from the server's own host: it must be turned away. */
export async function refusesPlainReplication(
  context: StepContext & InstancePorts,
  { clusterId, hostId, address, port }: ServerInput,
): Promise<boolean> {
  const { user, password } = await readAccount(context, context.db, clusterId, 'replication');
  const at = { host: address, port };
  const { signal } = context;
  try {
    await using open = await context.access.openMysqlAt(hostId, { at, user, password, tls: 'off' }, { signal });
    return open.kind !== 'mysql';
  } catch (error) {
    if (error instanceof PathError && error.code === 'LOGIN_REFUSED') return true;
    throw error;
  }
}
