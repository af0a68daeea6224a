import * as contract from '@myriad/contract';
import type { Http } from '../../../platform/http/http.ts';
import { serveEndpoint } from '../../../platform/http/serve-endpoint.ts';
import { type DeepLookParts, startDeepLook } from './start-deep-look.ts';
import { listAccounts } from './view-accounts.ts';
import type { ViewParts } from './view-portrait.ts';
import { viewSpace } from './view-space.ts';

/** Hangs deep looks, and what the last one knows of an instance's contents on the server. */
export function servePortrait(http: Http, parts: ViewParts & DeepLookParts): void {
  serveEndpoint(http, contract.lookAtClusterDeeply, async ({ actor, params: { clusterId }, audit, about }) => {
    about(`cluster/${clusterId}`);
    return {
      taskId: await startDeepLook(parts, actor, clusterId, (tx) => audit(tx, { resource: `cluster/${clusterId}` })),
    };
  });
  serveEndpoint(http, contract.getInstanceSpace, ({ actor, params, query }) =>
    viewSpace(parts, actor, params.instanceId, query),
  );
  serveEndpoint(http, contract.listInstanceAccounts, ({ actor, params }) =>
    listAccounts(parts, actor, params.instanceId),
  );
}
