import * as contract from '@myriad/contract';
import { readPage } from '../../platform/database/page.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { createApplication } from './create-application.ts';
import type { Metadata } from './metadata.ts';
import { pageByName } from './page-by-name.ts';
import { mayChangeMetadata } from './policy.ts';
import type { Change } from './records.ts';

/** Who only asks for things sees that a host changed and when, not how to get into it. */
const viewChange =
  (actor: Actor) =>
  ({ field, before, after, at, source, entity, entityId }: Change) => {
    const shown = entity !== 'host' || mayChangeMetadata(actor).allowed;
    return {
      name: field,
      value: shown ? after : null,
      before: shown ? before : null,
      at,
      source: source.kind,
      sourceId: source.id,
      entity,
      entityId,
    };
  };

/** Hangs the applications and the change history on the server. */
export function serveMetadata(http: Http, parts: { readonly db: Db; readonly metadata: Metadata }): void {
  const { db, metadata } = parts;
  serveEndpoint(http, contract.listApplications, async ({ query }) =>
    pageByName(await metadata.listApplications(db), query),
  );
  serveEndpoint(http, contract.createApplication, ({ actor, body, audit }) =>
    createApplication(parts, actor, body, (tx, { id }) => audit(tx, { resource: `application/${id}` })),
  );
  serveEndpoint(http, contract.listChanges, ({ actor, query }) =>
    readPage(
      query,
      (after, limit) =>
        metadata.listChanges(db, { entity: query.entity, entityId: query.entityId, before: after?.id, limit }),
      ({ at, id }) => ({ createdAt: at, id }),
      viewChange(actor),
    ),
  );
}
