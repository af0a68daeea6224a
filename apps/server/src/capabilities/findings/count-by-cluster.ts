import type { countClusterFindings as endpoint } from '@myriad/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/policy/decision.ts';
import { sightOf } from '../metadata/index.ts';
import type { FindingParts } from './parts.ts';
import { countOpenByCluster } from './store/list-findings.ts';

/** Of these clusters and everything in them that the actor sees. */
export async function countByCluster(
  { db, clock }: Pick<FindingParts, 'db' | 'clock'>,
  actor: Actor,
  clusterIds: readonly string[],
): Promise<z.output<typeof endpoint.response>> {
  const counts = await countOpenByCluster(db, clusterIds, { seenBy: sightOf(actor) }, clock.now());
  const byCluster = Map.groupBy(counts, ({ clusterId }) => clusterId);
  const items = [...byCluster].map(([clusterId, grades]) => {
    const of = (grade: string) => grades.find((each) => each.grade === grade)?.count ?? 0;
    return { clusterId, bad: of('bad'), warn: of('warn'), info: of('info') };
  });
  return { items };
}
