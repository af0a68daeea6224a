import * as contract from '@myriad/contract';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { shareRead } from '../../platform/share/share-read.ts';
import { getInstance, listInstances } from './list-instances.ts';
import { listPackages } from './list-packages.ts';
import type { InstancePorts } from './ports.ts';
import { readClusterLive } from './read-live.ts';
import { setMaintenance } from './set-maintenance.ts';
import { listClusters, viewCluster } from './view-cluster.ts';

/** A cluster's page asks again every few seconds at every desk it is open on; each server is asked once for all of them. */
const liveForMilliseconds = 1000;

/** Hangs clusters, instances and the package library on the server. */
export function serveInstances(http: Http, parts: InstancePorts): void {
  serveEndpoint(http, contract.listClusters, ({ actor, query }) => listClusters(parts, actor, query));
  serveEndpoint(http, contract.getCluster, ({ actor, params }) => viewCluster(parts, actor, params.clusterId));
  const readLive = shareRead(parts.clock, liveForMilliseconds, (clusterId) => readClusterLive(parts, clusterId));
  serveEndpoint(http, contract.getClusterLive, ({ params }) => readLive(params.clusterId));
  serveEndpoint(http, contract.setClusterMaintenance, async ({ actor, params, body, audit }) => {
    const { clusterId } = params;
    await setMaintenance(parts, actor, clusterId, body.maintenance, (tx) =>
      audit(tx, { resource: `cluster/${clusterId}` }),
    );
    return viewCluster(parts, actor, clusterId);
  });
  serveEndpoint(http, contract.getInstance, ({ params }) => getInstance(parts, params.instanceId));
  serveEndpoint(http, contract.listInstances, ({ actor, query }) => listInstances(parts, actor, query));
  serveEndpoint(http, contract.listServerPackages, () => listPackages(parts));
}
