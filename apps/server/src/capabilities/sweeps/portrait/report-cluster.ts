import { compareCluster, findingsOf, type Look, type ObservedServer } from '@myriad/topology';
import type { Tx } from '../../../platform/database/schema.ts';
import type { Findings, NewFinding } from '../../findings/index.ts';

export interface LookedAt {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly serverUuid?: string;
  readonly look: Look;
}

/** The cheap sweep says these itself, every few seconds. */
const saidBySweep = new Set(['SERVER_UNREACHABLE', 'SERVER_REFUSES_US', 'SERVER_NOT_MYSQL', 'SERVER_JUST_STARTED']);
/** Of what compares the whole cluster, only what no single look can tell. */
const saidOfCluster = new Set(['PORT_ANSWERS_AS_ANOTHER', 'REPLICA_UNKNOWN']);

/** Everything that is wrong with one cluster, as findings. Pure. */
export function clusterFindings(clusterId: string, servers: readonly LookedAt[], now: number): readonly NewFinding[] {
  // Let go of, or stopped as a whole: there is nothing to be wrong.
  if (servers.length === 0) return [];
  const observed: readonly ObservedServer[] = servers;
  const judged = findingsOf(observed, { now }).filter(({ code }) => !saidBySweep.has(code));
  const ids = new Set(servers.map(({ id }) => id));
  const disagreements = compareCluster(servers, observed).filter(({ code }) => saidOfCluster.has(code));
  return [
    ...judged.map(({ code, grade, on, key, words, next, evidence }): NewFinding => {
      // A server only heard of is no instance of ours: its finding stands with the cluster.
      const isOurs = on.entity === 'instance' && ids.has(on.id);
      const entity = isOurs ? 'instance' : 'cluster';
      const about = on.entity === 'instance' && !isOurs ? `${on.id} ${key}`.trim() : key;
      const entityId = isOurs ? on.id : clusterId;
      return { code, grade, words, next, entity, entityId, clusterId, about, evidence };
    }),
    ...disagreements.map(({ code, grade, instanceId, field, recorded, found, words, next }): NewFinding => {
      const entity = ids.has(instanceId) ? 'instance' : 'cluster';
      const about = ids.has(instanceId) ? field : instanceId;
      const entityId = ids.has(instanceId) ? instanceId : clusterId;
      return { code, grade, words, next, entity, entityId, clusterId, about, evidence: { field, recorded, found } };
    }),
  ];
}

export async function reportCluster(
  findings: Findings,
  tx: Tx,
  clusterId: string,
  servers: readonly LookedAt[],
  at: number,
): Promise<{ readonly opened: number; readonly closed: number; readonly open: number }> {
  const found = clusterFindings(clusterId, servers, at);
  const { opened, closed } = await findings.report(tx, {
    source: 'portrait',
    scope: `cluster/${clusterId}`,
    at,
    findings: found,
  });
  return { opened: opened.length, closed: closed.length, open: found.length };
}
