import * as contract from '@myriad/contract';
import { serveEventStream } from '../../platform/http/event-stream.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { selectSeenIds } from '../metadata/index.ts';
import { createChangeFeed } from './change-feed.ts';
import type { Sweeps } from './create-sweeps.ts';
import { listChanges, viewPortrait } from './portrait/view-portrait.ts';
import { createTopologyReader } from './read-topology.ts';
import { seenNews } from './seen-news.ts';

/** Hangs what the sweeps saw on the server. */
export function serveSweeps(http: Http, sweeps: Sweeps): void {
  const { db, metadata, clock } = sweeps.parts;
  const readTopology = createTopologyReader(sweeps);
  serveEndpoint(http, contract.getInstanceGlance, async ({ params: { instanceId } }) => {
    const seen = sweeps.glance(instanceId);
    if (seen) return seen;
    await metadata.getInstance(db, instanceId);
    return { instanceId, state: 'not-swept' as const };
  });
  const seenNow = (instanceId: string) => sweeps.glance(instanceId) ?? { instanceId, state: 'not-swept' as const };
  serveEndpoint(http, contract.lookAtInstance, async ({ params: { instanceId }, about }) => {
    about(`instance/${instanceId}`);
    const { state } = await metadata.getInstance(db, instanceId);
    if (state !== 'decommissioned') await sweeps.lookNow([instanceId]);
    return seenNow(instanceId);
  });
  serveEndpoint(http, contract.lookAtCluster, async ({ params: { clusterId }, about }) => {
    about(`cluster/${clusterId}`);
    await metadata.getCluster(db, clusterId);
    const all = await metadata.listInstances(db, { clusterId });
    const ids = all.filter(({ state }) => state !== 'decommissioned').map(({ id }) => id);
    await sweeps.lookNow(ids);
    return { items: ids.map(seenNow) };
  });
  serveEndpoint(http, contract.getInstancePortrait, ({ actor, params }) =>
    viewPortrait(sweeps.parts, actor, params.instanceId),
  );
  serveEndpoint(http, contract.listPortraitChanges, ({ actor, params, query }) =>
    listChanges(sweeps.parts, actor, params.instanceId, query),
  );
  serveEndpoint(http, contract.listSweepMarks, async ({ actor, query: { dimension, ids } }) => ({
    at: clock.now(),
    items: sweeps.marks(dimension, await selectSeenIds(db, actor, dimension, ids)),
  }));
  serveEndpoint(http, contract.getClusterTopology, ({ params }) => readTopology(params.clusterId));
  const feed = createChangeFeed(sweeps.parts.clock, sweeps.parts.events);
  serveEventStream(http, {
    path: '/api/sweeps/events',
    scope: 'within',
    open: async ({ actor }) => ({
      read: async (afterId) => seenNews(db, actor, feed.read(afterId)),
      onNews: feed.onNews,
    }),
  });
  serveEndpoint(http, contract.getSweeps, async () => sweeps.status());
}
