import type { ReviewedStatement } from '@myriad/contract';
import type { Dialect } from '@myriad/sql';
import { factsNeeded } from '@myriad/sql-review';
import type { ClusterAnswer } from '../ask-cluster.ts';
import type { SqlReviewParts } from '../parts.ts';
import { sqlOf } from '../sql-of.ts';
import type { KnownOfStatement } from './keep-items.ts';

interface KnownAsked {
  readonly text: string;
  readonly dialect: Dialect;
  readonly result: readonly ReviewedStatement[];
  readonly applicationId: string | undefined;
  /** absent: all of the application. */
  readonly clusterIds: readonly string[] | undefined;
  readonly answer: ClusterAnswer | undefined;
}

/** Different statements whose tables are looked up. */
const most = 500;

/** Traffic and size of each statement with findings, by fingerprint: from the server that was asked, else from the inventory. */
export async function knownOf(
  { db, metadata, tableSizes }: SqlReviewParts,
  { text, dialect, result, applicationId, clusterIds, answer }: KnownAsked,
): Promise<ReadonlyMap<string, KnownOfStatement>> {
  if (applicationId === undefined) return new Map();
  const found = new Map<string, readonly string[]>();
  for (const one of result)
    if (one.findings.length > 0 && found.size < most && !found.has(one.fingerprint))
      found.set(
        one.fingerprint,
        factsNeeded(sqlOf(text, one), dialect).tables.map(({ name }) => name.toLowerCase()),
      );
  const names = [...new Set([...found.values()].flat())];
  const clusters = clusterIds ?? (await clustersOf(metadata, db, applicationId));
  const sizes = new Map(await tableSizes(db, clusters, names));
  for (const [table, { dataBytes, indexBytes }] of Object.entries(answer?.facts.statistics ?? {}))
    if (dataBytes !== undefined) sizes.set(table.split('.').at(-1) ?? table, dataBytes + (indexBytes ?? 0));
  return new Map(
    [...found].map(([fingerprint, tables]) => {
      const known = tables.flatMap((name) => sizes.get(name) ?? []);
      const sizeBytes = known.length === 0 ? undefined : Math.max(...known);
      return [fingerprint, { sizeBytes, executionsPerDay: answer?.executions.get(fingerprint) }];
    }),
  );
}

/** What lies in the application. */
async function clustersOf(
  metadata: SqlReviewParts['metadata'],
  db: SqlReviewParts['db'],
  applicationId: string,
): Promise<readonly string[]> {
  const seenBy = { applications: [applicationId], environments: [], clusters: [] };
  return (await metadata.listClusters(db, { seenBy, living: true })).map(({ id }) => id);
}
