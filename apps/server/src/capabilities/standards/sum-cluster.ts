import { type Counts, type StandardKind, standardKinds } from '@myriad/contract';
import { addCounts } from './judge/judge-instance.ts';
import type { ClusterNumbers } from './store/cluster-compliance.ts';
import type { ComplianceNumbers, KindCounts } from './store/compliance.ts';

const sumKinds = (all: readonly KindCounts[]): KindCounts =>
  Object.fromEntries(
    standardKinds.flatMap((kind): [StandardKind, Counts][] => {
      const counts = all.flatMap((each) => each[kind] ?? []);
      return counts.length > 0 ? [[kind, addCounts(counts)]] : [];
    }),
  );

/** A cluster's numbers of those of its instances; undefined: none was judged. */
export function sumCluster(clusterId: string, records: readonly ComplianceNumbers[]): ClusterNumbers | undefined {
  const [first] = records;
  if (!first) return undefined;
  const kinds = sumKinds(records.map((record) => record.kinds));
  const looks = records.flatMap(({ lookedAt }) => lookedAt ?? []);
  return {
    ...{ clusterId, standardId: first.standardId, version: first.version },
    lookedAt: looks.length > 0 ? Math.min(...looks) : null,
    ...{ instances: records.length, judged: looks.length },
    total: addCounts(Object.values(kinds)),
    drift: records.reduce((sum, { drift }) => sum + drift, 0),
    kinds: JSON.stringify(kinds),
  };
}
