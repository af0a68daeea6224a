import * as contract from '@myriad/contract';
import type { NoteAudit } from '../../platform/http/audit.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import type { Note, SavedFilterParts } from './parts.ts';
import { removeFilter } from './remove-filter.ts';
import { saveFilter } from './save-filter.ts';
import { selectFilters } from './store.ts';

const noteWith =
  (audit: NoteAudit): Note =>
  (tx, filterId) =>
    audit(tx, { resource: `saved-filter/${filterId}` });

/** Hangs everybody's own filters on the server. */
export function serveSavedFilters(http: Http, parts: SavedFilterParts): void {
  serveEndpoint(http, contract.listSavedFilters, async ({ actor, query }) => ({
    items: [...(await selectFilters(parts.db, actor.id, query.page))],
  }));
  serveEndpoint(http, contract.saveFilter, ({ actor, body, audit }) => saveFilter(parts, actor, body, noteWith(audit)));
  serveEndpoint(http, contract.removeSavedFilter, async ({ actor, params, audit }) => {
    await removeFilter(parts, actor, params.filterId, noteWith(audit));
    return {};
  });
}
