import { inTransaction } from '../../platform/database/in-transaction.ts';
import { systemResolve } from './network/resolve-allowed.ts';
import type { AdoptionParts } from './parts.ts';
import type { Run } from './run-discovery.ts';
import { breakOffDiscoveries } from './store.ts';

/** The door: discoveries run in this process, everything else is in the store. */
export interface Adoption {
  readonly parts: AdoptionParts;
  /** Discoveries that run now, by id. */
  readonly runs: Map<string, Run>;
  /** Those of an earlier life of this process are broken off. */
  start(): Promise<void>;
  /** Ends what runs, and keeps what it found so far. */
  stop(): Promise<void>;
}

const limitSeconds = 300;

export function createAdoption(
  given: Omit<AdoptionParts, 'resolve' | 'limitSeconds'> & Partial<Pick<AdoptionParts, 'resolve' | 'limitSeconds'>>,
): Adoption {
  const parts: AdoptionParts = { resolve: systemResolve, limitSeconds, ...given };
  const runs = new Map<string, Run>();
  return {
    parts,
    runs,
    start: () => inTransaction(parts.db, (tx) => breakOffDiscoveries(tx, parts.clock.now())),
    stop: async () => {
      for (const run of runs.values()) run.controller.abort();
      await Promise.all([...runs.values()].map(({ ended }) => ended));
    },
  };
}
