import type { StandardRule } from '@myriad/contract';
import type { Reader } from '../../platform/database/schema.ts';
import type { ClusterRecord } from '../metadata/index.ts';
import { findVersion, listStandardRecords, listUses, type UseRecord } from './store/standards.ts';

/** The version a cluster is held to. */
export interface InForce {
  readonly standardId: string;
  readonly version: number;
  readonly rules: readonly StandardRule[];
}

/** A cluster before its environment before everybody; nothing said: the standard the platform came with. */
export function chooseUse(
  uses: readonly UseRecord[],
  { id, environment }: Pick<ClusterRecord, 'id' | 'environment'>,
): UseRecord | undefined {
  return (
    uses.find(({ scope }) => scope.kind === 'cluster' && scope.id === id) ??
    uses.find(({ scope }) => scope.kind === 'environment' && scope.id === environment) ??
    uses.find(({ scope }) => scope.kind === 'all')
  );
}

/** One reading of the standards, for judging many clusters; each version's rules are read once. */
export async function openStandards(db: Reader) {
  const uses = await listUses(db);
  const [first] = await listStandardRecords(db);
  const versions = new Map<string, Promise<InForce | undefined>>();
  const read = (standardId: string, version: number | null) => {
    const key = `${standardId}/${version ?? ''}`;
    const known = versions.get(key);
    if (known) return known;
    const reading = findVersion(db, standardId, version ?? undefined).then(
      (found) => found && { standardId, version: found.version, rules: found.list },
    );
    versions.set(key, reading);
    return reading;
  };
  return {
    /** undefined: there is no standard at all. */
    of: async (cluster: Pick<ClusterRecord, 'id' | 'environment'>): Promise<InForce | undefined> => {
      const use = chooseUse(uses, cluster);
      const chosen = use && (await read(use.standardId, use.version));
      return chosen ?? (first && read(first.id, null));
    },
  };
}
export type OpenStandards = Awaited<ReturnType<typeof openStandards>>;
