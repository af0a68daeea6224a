import { type ComplianceItem, getClusterCompliance, type InstanceView } from '@myriad/contract';
import { useAnswer } from '../../shared/api/use-answer.ts';

export interface InstanceStandard {
  readonly name: string;
  readonly version: number | undefined;
  readonly clusterId: string;
  /** What is not as the standard wants it, of the parameters: by the parameter's name where it is told. */
  readonly wantedOf: ReadonlyMap<string, ComplianceItem>;
  readonly differing: number;
}

/** What the cluster's standard says of this instance's parameters; undefined where there is none, or nobody has looked. */
export function useStandard({ id, clusterId }: InstanceView): InstanceStandard | undefined {
  const answer = useAnswer(
    getClusterCompliance,
    { params: { clusterId: clusterId ?? '' } },
    { enabled: clusterId !== undefined, everyMs: 60_000 },
  );
  const { cluster, instances } = answer.data ?? {};
  const own = instances?.find(({ instanceId }) => instanceId === id);
  if (!cluster?.standardName || !own?.judgedAt) return undefined;
  const items = own.items.filter(({ kind, state }) => kind === 'parameter' && state === 'differs');
  const wantedOf = new Map(items.flatMap((item) => (item.set ? [[item.set.name, item] as const] : [])));
  return {
    name: cluster.standardName,
    version: cluster.version,
    clusterId: cluster.clusterId,
    wantedOf,
    differing: items.length,
  };
}
