import * as contract from '@myriad/contract';
import { readPage } from '../../../platform/database/page.ts';
import type { NoteAudit } from '../../../platform/http/audit.ts';
import type { Http } from '../../../platform/http/http.ts';
import { serveEndpoint } from '../../../platform/http/serve-endpoint.ts';
import { requireAllowed } from '../../../platform/policy/decision.ts';
import type { AuthParts, Note } from '../parts.ts';
import { mayManageUsers } from '../policy.ts';
import { explainRight } from './explain-right.ts';
import { grantRight, revokeRight } from './grant-right.ts';
import { changeGroup, createGroup, removeGroup, setMember, takeOut } from './groups/change-group.ts';
import { listGroups, viewGroup } from './groups/view-group.ts';
import type { Right } from './right.ts';
import { pageRights } from './store.ts';
import { viewPersonRights, viewThingRights } from './view-effective.ts';
import { viewRights } from './view-right.ts';

const noteWith =
  (audit: NoteAudit): Note =>
  (tx, details) =>
    audit(tx, details);

/** Hangs roles on scopes, what they amount to, and groups of people on the server. */
export function serveRights(http: Http, parts: AuthParts): void {
  const { db, clock, scopes } = parts;
  serveEndpoint(http, contract.listRights, async ({ actor, query }) => {
    requireAllowed(mayManageUsers(actor));
    const page = await readPage<Right, Right>(
      query,
      (after, limit) => pageRights(db, query, after, limit),
      (right) => right,
      (right) => right,
    );
    return { ...page, items: await viewRights({ db, scopes, now: clock.now() }, actor, page.items) };
  });
  serveEndpoint(http, contract.grantRight, ({ actor, body, audit }) => grantRight(parts, actor, body, noteWith(audit)));
  serveEndpoint(http, contract.revokeRight, async ({ actor, params, audit }) => {
    await revokeRight(parts, actor, params.rightId, noteWith(audit));
    return {};
  });
  serveEndpoint(http, contract.getMyRights, ({ actor }) => viewPersonRights(parts, actor, actor.id));
  serveEndpoint(http, contract.getPersonRights, ({ actor, params }) => viewPersonRights(parts, actor, params.userId));
  serveEndpoint(http, contract.getThingRights, ({ actor, params }) => viewThingRights(parts, actor, params));
  serveEndpoint(http, contract.explainRight, ({ actor, query }) => explainRight(parts, actor, query));
  serveGroups(http, parts);
}

function serveGroups(http: Http, parts: AuthParts): void {
  serveEndpoint(http, contract.listGroups, ({ actor, query }) => listGroups(parts, actor, query));
  serveEndpoint(http, contract.getGroup, ({ actor, params }) => viewGroup(parts, actor, params.groupId));
  serveEndpoint(http, contract.createGroup, async ({ actor, body, audit }) =>
    viewGroup(parts, actor, await createGroup(parts, actor, body, noteWith(audit))),
  );
  serveEndpoint(http, contract.changeGroup, async ({ actor, params, body, audit }) => {
    await changeGroup(parts, actor, params.groupId, body, noteWith(audit));
    return viewGroup(parts, actor, params.groupId);
  });
  serveEndpoint(http, contract.removeGroup, ({ actor, params, audit }) =>
    removeGroup(parts, actor, params.groupId, noteWith(audit)),
  );
  serveEndpoint(http, contract.setGroupMember, async ({ actor, params, body, audit }) => {
    await setMember(parts, actor, params.groupId, body, noteWith(audit));
    return viewGroup(parts, actor, params.groupId);
  });
  serveEndpoint(http, contract.removeGroupMember, async ({ actor, params, audit }) => {
    await takeOut(parts, actor, params.groupId, params.userId, noteWith(audit));
    return {};
  });
}
