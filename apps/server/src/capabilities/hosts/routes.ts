import * as contract from '@myriad/contract';
import { z } from 'zod';
import type { NoteAudit } from '../../platform/http/audit.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { accountScript, sudoersLines } from './account-script.ts';
import { hostActions } from './actions/host-actions.ts';
import { changeHost } from './change-host.ts';
import { checkHost } from './check-host.ts';
import type { NoteHost } from './parts.ts';
import { registerHost } from './register-host.ts';
import { removeHost } from './remove-host.ts';
import { type HostTaskParts, startHostTask } from './start-host-task.ts';
import { viewCapacity } from './view-capacity.ts';
import { listHosts, viewHost } from './view-host.ts';

const noteWith =
  (audit: NoteAudit): NoteHost =>
  (tx, hostId) =>
    audit(tx, { resource: `host/${hostId}` });

/** Hangs the hosts' endpoints on the server. */
export function serveHosts(http: Http, parts: HostTaskParts): void {
  serveEndpoint(http, contract.listHosts, ({ actor, query }) => listHosts(parts, actor, query));
  serveEndpoint(http, contract.viewHostCapacity, ({ actor }) => viewCapacity(parts, actor));
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
  serveEndpoint(http, contract.startHostCheck, ({ actor, body, audit }) =>
    startHostTask(parts, actor, 'hosts.check', body, (tx, taskId) => audit(tx, { resource: `task/${taskId}` })),
  );
  serveEndpoint(http, contract.listHostActions, async () => ({
    items: hostActions.map(({ name, version, input }) => ({ name, version, schema: z.toJSONSchema(input) })),
  }));
  serveEndpoint(http, contract.runHostAction, ({ actor, body, audit }) =>
    startHostTask(parts, actor, 'hosts.run-action', body, (tx, taskId) => audit(tx, { resource: `task/${taskId}` })),
  );
}
