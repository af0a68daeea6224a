import * as contract from '@myriad/contract';
import type { Http } from '../../../platform/http/http.ts';
import { serveEndpoint } from '../../../platform/http/serve-endpoint.ts';
import { listAccounts } from './view-accounts.ts';
import type { ViewParts } from './view-portrait.ts';
import { viewSpace } from './view-space.ts';

/** Hangs what the last deep look knows of an instance's contents on the server. */
export function servePortrait(http: Http, parts: ViewParts): void {
  serveEndpoint(http, contract.getInstanceSpace, ({ actor, params, query }) =>
    viewSpace(parts, actor, params.instanceId, query),
  );
  serveEndpoint(http, contract.listInstanceAccounts, ({ actor, params }) =>
    listAccounts(parts, actor, params.instanceId),
  );
}
