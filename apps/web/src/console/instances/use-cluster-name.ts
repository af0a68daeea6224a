import { getCluster } from '@myriad/contract';
import { useAnswer } from '../../shared/api/use-answer.ts';

/** What people call the cluster; undefined until it is known, or where there is none. */
export function useClusterName(clusterId: string | undefined): string | undefined {
  return useAnswer(getCluster, { params: { clusterId: clusterId ?? '' } }, { enabled: clusterId !== undefined }).data
    ?.name;
}
