import * as contract from '@myriad/contract';
import type { NoteAudit } from '../../platform/http/audit.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { accountScript, sudoersLines } from './account-script.ts';
import { changeHost } from './change-host.ts';
import { checkHost } from './check-host.ts';
import type { HostParts, NoteHost } from './parts.ts';
import { registerHost } from './register-host.ts';
import { removeHost } from './remove-host.ts';
import { listHosts, viewHost } from './view-host.ts';

const noteWith =
  (audit: NoteAudit): NoteHost =>
  (tx, hostId) =>
    audit(tx, { resource: `host/${hostId}` });

/** Hangs the hosts' endpoints on the server. */
export function serveHosts(http: Http, parts: HostParts): void {
  serveEndpoint(http, contract.listHosts, ({ actor, query }) => listHosts(parts, actor, query));
  serveEndpoint(http, contract.getHost, ({ actor, params }) => viewHost(parts, actor, params.hostId));
  serveEndpoint(http, contract.registerHost, async ({ actor, body, audit }) => {
    const { id } = await registerHost(parts, actor, body, noteWith(audit));
    return viewHost(parts, actor, id);
  });
  serveEndpoint(http, contract.changeHost, async ({ actor, params, body, audit }) => {
    const { id } = await changeHost(parts, actor, params.hostId, body, noteWith(audit));
    return viewHost(parts, actor, id);
  });
  serveEndpoint(http, contract.checkHost, async ({ actor, params, audit }) => {
    const { id } = await checkHost(parts, actor, params.hostId, noteWith(audit));
    return viewHost(parts, actor, id);
  });
  serveEndpoint(http, contract.removeHost, async ({ actor, params, audit }) => {
    await removeHost(parts, actor, params.hostId, noteWith(audit));
    return {};
  });
  serveEndpoint(http, contract.getAccountScript, async ({ query }) => ({
    script: accountScript(query),
    sudoers: [...sudoersLines(query)],
  }));
}
