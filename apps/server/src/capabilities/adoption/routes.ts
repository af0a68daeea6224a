import * as contract from '@myriad/contract';
import type { NoteAudit } from '../../platform/http/audit.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { setAllowList, viewAllowList } from './allow-list.ts';
import type { Adoption } from './create-adoption.ts';
import { checkAccount } from './levels/check-account.ts';
import { viewGrants, viewLevels } from './levels/view-levels.ts';
import type { Note } from './parts.ts';
import { startDiscovery } from './start-discovery.ts';
import { cancelDiscovery, listDiscoveries, viewDiscovery } from './view-discovery.ts';

const noteBy =
  (audit: NoteAudit): Note =>
  (tx, resource) =>
    audit(tx, { resource });

/** Hangs allow-list, discoveries and levels on the server. */
export function serveAdoption(http: Http, adoption: Adoption): void {
  const { parts } = adoption;
  serveEndpoint(http, contract.getAllowList, ({ actor }) => viewAllowList(parts, actor));
  serveEndpoint(http, contract.setAllowList, async ({ actor, body, audit }) => {
    await setAllowList(parts, actor, body.networks, noteBy(audit));
    return viewAllowList(parts, actor);
  });
  serveEndpoint(http, contract.startDiscovery, async ({ actor, body, audit }) => {
    const id = await startDiscovery(adoption, actor, body, noteBy(audit));
    return viewDiscovery(adoption, actor, id);
  });
  serveEndpoint(http, contract.listDiscoveries, ({ actor, query }) => listDiscoveries(adoption, actor, query));
  serveEndpoint(http, contract.getDiscovery, ({ actor, params }) => viewDiscovery(adoption, actor, params.discoveryId));
  serveEndpoint(http, contract.cancelDiscovery, async ({ actor, params, about }) => {
    about(`discovery/${params.discoveryId}`);
    await cancelDiscovery(adoption, actor, params.discoveryId);
    return viewDiscovery(adoption, actor, params.discoveryId);
  });
  serveEndpoint(http, contract.getLevelGrants, async ({ params, query }) => viewGrants({ ...params, ...query }));
  serveEndpoint(http, contract.getClusterLevels, ({ params }) => viewLevels(parts, params.clusterId));
  serveEndpoint(http, contract.checkLevelAccount, ({ actor, params, body, audit, about }) => {
    about(`cluster/${params.clusterId}`);
    return checkAccount(parts, actor, { ...params, ...body }, noteBy(audit));
  });
}
