import * as contract from '@myriad/contract';
import { readPage } from '../../platform/database/page.ts';
import type { Tx } from '../../platform/database/schema.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { serveCatalogues } from './catalogues/routes.ts';
import { changeApplication, removeApplication } from './change-application.ts';
import { classifyCluster } from './classify-cluster.ts';
import { createApplication } from './create-application.ts';
import { serveExtras } from './extras/routes.ts';
import { serveFeed } from './feed/routes.ts';
import { serveInventory } from './inventory/routes.ts';
import { type FindPerson, withNames } from './name-people.ts';
import { noteWith } from './note-with.ts';
import { pageByName } from './page-by-name.ts';
import type { MetadataParts } from './parts.ts';
import type { ApplicationRecord } from './records.ts';
import { sightOf } from './sight/sight.ts';
import { viewApplication } from './view-application.ts';
import { viewChange } from './view-change.ts';
import { withOwners } from './with-owners.ts';

interface RouteParts extends MetadataParts {
  /** Default: asked of the users. */
  readonly findPerson?: FindPerson;
}

/** Hangs the record on the server: applications, catalogues, labels and fields, the inventory, history and feed. */
export function serveMetadata(http: Http, parts: RouteParts): void {
  const { db, metadata } = parts;
  serveEndpoint(http, contract.listApplications, async ({ actor, query }) => {
    const page = pageByName(await metadata.listApplications(db, { seenBy: sightOf(actor) }), query);
    return { ...page, items: await withOwners(db, page.items) };
  });
  serveEndpoint(http, contract.createApplication, async ({ actor, body, audit }) => {
    const note = (tx: Tx, { id }: ApplicationRecord) => audit(tx, { resource: `application/${id}` });
    const application = await createApplication(parts, actor, body, note);
    return (await withOwners(db, [application]))[0] ?? application;
  });
  serveEndpoint(http, contract.getApplication, ({ actor, params }) =>
    viewApplication(parts, actor, params.applicationId),
  );
  serveEndpoint(http, contract.changeApplication, async ({ actor, params, body, audit }) => {
    const { id } = await changeApplication(parts, actor, params.applicationId, body, noteWith(audit));
    return viewApplication(parts, actor, id);
  });
  serveEndpoint(http, contract.removeApplication, async ({ actor, params, audit }) => {
    await removeApplication(parts, actor, params.applicationId, noteWith(audit));
    return {};
  });
  serveEndpoint(http, contract.classifyCluster, async ({ actor, params, body, audit }) => {
    const cluster = await classifyCluster(parts, actor, params.clusterId, body, noteWith(audit));
    const { id, applicationId, environment, specification } = cluster;
    return { id, applicationId, environment, specification };
  });
  serveEndpoint(http, contract.listChanges, async ({ actor, query }) => {
    const page = await readPage(
      query,
      (after, limit) =>
        metadata.listChanges(db, {
          entity: query.entity,
          entityId: query.entityId,
          before: after?.id,
          seenBy: sightOf(actor),
          limit,
        }),
      ({ at, id }) => ({ createdAt: at, id }),
      viewChange(actor),
    );
    return { ...page, items: await withNames(db, page.items, parts.findPerson) };
  });
  serveCatalogues(http, parts);
  serveExtras(http, parts);
  serveInventory(http, parts);
  serveFeed(http, parts);
}
