import { inTransaction } from '../../platform/database/in-transaction.ts';
import { buildFound } from './looking/build-found.ts';
import { type Progress, type WalkOptions, walkServers } from './looking/walk-servers.ts';
import type { AllowCheck } from './network/network.ts';
import type { AdoptionParts } from './parts.ts';
import type { Login, ServerToLook } from './reading/read-servers.ts';
import { endDiscovery } from './store.ts';

/** A discovery that runs now. */
export interface Run {
  readonly progress: Progress;
  readonly controller: AbortController;
  /** Never rejects. */
  readonly ended: Promise<void>;
}

export interface ToDiscover extends Omit<WalkOptions, 'signal'> {
  readonly id: string;
  readonly servers: readonly ServerToLook[];
  readonly accounts: readonly Login[];
  readonly allow: AllowCheck;
}

/** Begins to look, in the background. What it found so far is kept however it ends. */
export function runDiscovery(parts: AdoptionParts, wanted: ToDiscover): Run {
  const controller = new AbortController();
  const progress: Progress = { known: 0, looked: 0, answered: 0, now: new Set() };
  return { progress, controller, ended: discover(parts, wanted, progress, controller.signal) };
}

async function discover(
  parts: AdoptionParts,
  { id, servers, accounts, allow, follow, ports }: ToDiscover,
  progress: Progress,
  cancelled: AbortSignal,
): Promise<void> {
  const { db, clock, log, ways, resolve, limitSeconds } = parts;
  const signal = AbortSignal.any([cancelled, AbortSignal.timeout(limitSeconds * 1000)]);
  const end = async (state: 'done' | 'cancelled' | 'failed', found: Parameters<typeof endDiscovery>[2]['found']) => {
    const { known, looked, answered } = progress;
    await inTransaction(db, (tx) =>
      endDiscovery(tx, id, { state, known, looked, answered, found, endedAt: clock.now() }),
    );
  };
  try {
    const walk = await walkServers(
      { ways, now: clock.now, allow, resolve },
      servers,
      { follow, ports, signal },
      progress,
    );
    await end(cancelled.aborted ? 'cancelled' : 'done', buildFound(walk, accounts, clock.now()));
  } catch (error) {
    log.error('a discovery failed', { discovery: id, error });
    await end('failed', null).catch((again: unknown) =>
      log.error('its end could not be written', { discovery: id, error: again }),
    );
  }
}
