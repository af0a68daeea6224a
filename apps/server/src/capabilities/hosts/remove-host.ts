import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Reader } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { HostRecord, Metadata } from '../metadata/index.ts';
import type { HostParts, NoteHost } from './parts.ts';
import { mayManageHosts, mayRemoveHost } from './policy.ts';
import { deleteHostRows, findReservation } from './store.ts';

/** Forgets a host that carries nothing, with its stored credential and keys. Touches nothing on the machine. */
export async function removeHost(parts: HostParts, actor: Actor, hostId: string, note: NoteHost): Promise<void> {
  requireAllowed(mayManageHosts(actor));
  await inTransaction(parts.db, async (tx) => {
    const host = await parts.metadata.lockHost(tx, hostId);
    const ties = await tiesOf(tx, parts.metadata, host);
    const decision = mayRemoveHost(actor, { ...host, ...ties });
    if (!decision.allowed)
      throw new ProblemError(decision.because, {
        name: host.name,
        state: host.poolState,
        instances: ties.instances.join(', '),
        jumps: ties.isJumpOf.join(', '),
        task: (await findReservation(tx, hostId)) ?? '?',
      });
    await forgetWays(parts, tx, host);
    await deleteHostRows(tx, hostId);
    await parts.metadata.removeHost(tx, hostId, { kind: 'person', id: actor.id });
    await note(tx, hostId);
  });
}

export interface HostTies {
  readonly carriesInstances: boolean;
  readonly instances: readonly string[];
  /** Names of hosts reached through this one. */
  readonly isJumpOf: readonly string[];
}

async function tiesOf(db: Reader, metadata: Metadata, host: HostRecord): Promise<HostTies> {
  const live = (await metadata.listInstances(db, { hostId: host.id })).filter(
    ({ state }) => state !== 'decommissioned',
  );
  return {
    carriesInstances: live.length > 0,
    instances: live.map(({ name }) => name),
    isJumpOf: jumpUsers(host.id, await metadata.listHosts(db)),
  };
}

export const jumpUsers = (hostId: string, hosts: readonly HostRecord[]): readonly string[] =>
  hosts
    .filter(({ paths }) => paths.some((path) => path.kind === 'ssh' && path.jumps.includes(hostId)))
    .map(({ name }) => name);

/** Credentials and confirmed keys that no other host's path needs. */
export async function forgetWays(
  { metadata, secrets, ways }: HostParts,
  tx: Parameters<HostParts['secrets']['remove']>[0],
  host: HostRecord,
) {
  const others = (await metadata.listHosts(tx)).filter(({ id }) => id !== host.id).flatMap(({ paths }) => paths);
  const sshOf = (paths: HostRecord['paths']) => paths.flatMap((path) => (path.kind === 'ssh' ? [path] : []));
  const keptSecrets = new Set(sshOf(others).map(({ secretId }) => secretId));
  const endpointOf = ({ address, port }: { address: string; port: number }) => `${address}:${port}`;
  const keptEndpoints = new Set(sshOf(others).map(endpointOf));
  const mine = sshOf(host.paths);
  for (const secretId of new Set(mine.map(({ secretId }) => secretId)))
    if (secretId && !keptSecrets.has(secretId)) await secrets.remove(tx, secretId);
  await ways.forgetHostKeys(
    tx,
    [...new Set(mine.map(endpointOf))].filter((endpoint) => !keptEndpoints.has(endpoint)),
  );
}
