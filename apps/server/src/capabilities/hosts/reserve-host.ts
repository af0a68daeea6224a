import type { Clock } from '../../platform/clock/clock.ts';
import type { Reader, Tx } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { HostRecord, Metadata, Source } from '../metadata/index.ts';
import { type PoolMove, poolStateAfter } from './pool.ts';
import { deleteReservation, findReservation, insertReservation } from './store.ts';

interface Parts {
  readonly metadata: Metadata;
  readonly clock: Clock;
}

export const carriesInstances = async (db: Reader, metadata: Metadata, hostId: string): Promise<boolean> =>
  (await metadata.listInstances(db, { hostId })).some(({ state }) => state !== 'decommissioned');

/** Moves the host by the pool's table; throws HOST_POOL_STATE where the move is not legal. */
export function moveHost(
  tx: Tx,
  metadata: Metadata,
  host: HostRecord,
  move: PoolMove,
  source: Source,
): Promise<HostRecord> {
  const poolState = poolStateAfter(host.poolState, move);
  if (!poolState) throw new ProblemError('HOST_POOL_STATE', { name: host.name, state: host.poolState });
  return metadata.changeHost(tx, host.id, { poolState }, source);
}

const ofTask = (taskId: string): Source => ({ kind: 'task', id: taskId });

/**
 * Holds an available host for a task; again for the same task changes nothing. A host in use stays in use: several
 * instances may live on it, and the task's own lock on `host/<id>` keeps two of them apart.
 * Throws HOST_RESERVED (another task holds it), HOST_POOL_STATE (unchecked, failed its check, out of service).
 */
export async function reserveHost(
  { metadata, clock }: Parts,
  tx: Tx,
  hostId: string,
  taskId: string,
): Promise<HostRecord> {
  const host = await metadata.lockHost(tx, hostId);
  const holder = await findReservation(tx, hostId);
  if (holder === taskId) return host;
  if (holder) throw new ProblemError('HOST_RESERVED', { name: host.name, task: holder });
  if (host.poolState === 'in-use') return host;
  const reserved = await moveHost(tx, metadata, host, 'reserve', ofTask(taskId));
  await insertReservation(tx, hostId, taskId, clock.now());
  return reserved;
}

/** Lets go of what `reserveHost` took for this task; a host another task holds, or nobody, is left alone. */
export async function releaseHost({ metadata }: Parts, tx: Tx, hostId: string, taskId: string): Promise<HostRecord> {
  const host = await metadata.lockHost(tx, hostId);
  if ((await findReservation(tx, hostId)) !== taskId) return host;
  await deleteReservation(tx, hostId);
  if (host.poolState !== 'reserved') return host;
  const move = (await carriesInstances(tx, metadata, hostId)) ? 'use' : 'release';
  return moveHost(tx, metadata, host, move, ofTask(taskId));
}

/** The task has put an instance on it: reserved or in use becomes in use, the reservation ends. */
export async function useHost({ metadata }: Parts, tx: Tx, hostId: string, taskId: string): Promise<HostRecord> {
  const host = await metadata.lockHost(tx, hostId);
  const holder = await findReservation(tx, hostId);
  if (holder && holder !== taskId) throw new ProblemError('HOST_RESERVED', { name: host.name, task: holder });
  await deleteReservation(tx, hostId);
  return moveHost(tx, metadata, host, 'use', ofTask(taskId));
}

/** Back to the pool once its last instance is gone; a host that still carries one stays in use. */
export async function giveBackHost({ metadata }: Parts, tx: Tx, hostId: string, source: Source): Promise<HostRecord> {
  const host = await metadata.lockHost(tx, hostId);
  if (host.poolState !== 'in-use' || (await carriesInstances(tx, metadata, hostId))) return host;
  return moveHost(tx, metadata, host, 'give-back', source);
}
