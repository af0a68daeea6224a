import * as contract from '@myriad/contract';
import type { Http } from '../../../platform/http/http.ts';
import { serveEndpoint } from '../../../platform/http/serve-endpoint.ts';
import { noteWith } from '../note-with.ts';
import { pageByName } from '../page-by-name.ts';
import type { MetadataParts } from '../parts.ts';
import { sightOf } from '../sight/sight.ts';
import { describeCatalogueRow, listCatalogue, removeCatalogueRow } from './describe-catalogue-row.ts';
import { listQuotas, removeQuota, setQuota } from './set-quota.ts';

/** Hangs environments, zones, specifications and quotas on the server. */
export function serveCatalogues(http: Http, parts: MetadataParts): void {
  const { db, metadata } = parts;
  serveEndpoint(http, contract.listEnvironments, async () => ({ items: await listCatalogue(db, 'environment') }));
  serveEndpoint(http, contract.describeEnvironment, ({ actor, params, body, audit }) =>
    describeCatalogueRow(parts, actor, 'environment', { ...params, ...body }, noteWith(audit)),
  );
  serveEndpoint(http, contract.removeEnvironment, async ({ actor, params, audit }) => {
    await removeCatalogueRow(parts, actor, 'environment', params.name, noteWith(audit));
    return {};
  });
  serveEndpoint(http, contract.listZones, async () => ({ items: await listCatalogue(db, 'zone') }));
  serveEndpoint(http, contract.describeZone, ({ actor, params, body, audit }) =>
    describeCatalogueRow(parts, actor, 'zone', { ...params, ...body }, noteWith(audit)),
  );
  serveEndpoint(http, contract.removeZone, async ({ actor, params, audit }) => {
    await removeCatalogueRow(parts, actor, 'zone', params.name, noteWith(audit));
    return {};
  });
  serveEndpoint(http, contract.listSpecifications, async () => ({ items: await listCatalogue(db, 'specification') }));
  serveEndpoint(http, contract.describeSpecification, ({ actor, params, body, audit }) =>
    describeCatalogueRow(parts, actor, 'specification', { ...params, ...body }, noteWith(audit)),
  );
  serveEndpoint(http, contract.removeSpecification, async ({ actor, params, audit }) => {
    await removeCatalogueRow(parts, actor, 'specification', params.name, noteWith(audit));
    return {};
  });
  serveEndpoint(http, contract.listQuotas, async ({ actor, query }) => {
    const sight = sightOf(actor);
    const all = await listQuotas(db, metadata, query.applicationId ? { applicationId: query.applicationId } : {});
    // What an application uses as a whole is for those with a right on it, not on one of its clusters.
    const lines = sight === 'everything' ? all : all.filter((line) => sight.applications.includes(line.applicationId));
    // The order of the page, and its cursor, are those of application and environment.
    const named = lines.map((line) => ({ ...line, name: line.application, id: line.environment }));
    return pageByName(named, query);
  });
  serveEndpoint(http, contract.setQuota, ({ actor, params, body, audit }) =>
    setQuota(parts, actor, params, body, noteWith(audit)),
  );
  serveEndpoint(http, contract.removeQuota, async ({ actor, params, audit }) => {
    await removeQuota(parts, actor, params, noteWith(audit));
    return {};
  });
}
