import type { AccountRecord, ClusterRecord } from '../metadata/index.ts';
import type { PathParts } from './parts.ts';

type Purpose = AccountRecord['purpose'];

/** What was adopted has an account for each level it has risen to, instead of those the platform makes on its own clusters. */
const standIns: { readonly [Name in Purpose]?: { readonly purpose: Purpose; readonly levels: readonly string[] } } = {
  monitor: { purpose: 'observe', levels: ['observe', 'back-up', 'operate', 'ha'] },
  admin: { purpose: 'operate', levels: ['operate', 'ha'] },
};

/** The account of a cluster that serves a purpose; undefined: it has none. */
export async function findAccount(
  { db, metadata }: Pick<PathParts, 'db' | 'metadata'>,
  clusterId: ClusterRecord['id'] | null,
  purpose: Purpose,
): Promise<AccountRecord | undefined> {
  if (clusterId === null) return undefined;
  const own = await metadata.findAccount(db, clusterId, purpose);
  const standIn = standIns[purpose];
  if (own || !standIn) return own;
  const { level } = await metadata.getCluster(db, clusterId);
  return standIn.levels.includes(level) ? metadata.findAccount(db, clusterId, standIn.purpose) : undefined;
}
