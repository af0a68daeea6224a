import * as contract from '@myriad/contract';
import { readPage } from '../../platform/database/page.ts';
import { contentTypes, writeRows } from '../../platform/export/write-rows.ts';
import type { NoteAudit } from '../../platform/http/audit.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveDownload } from '../../platform/http/serve-download.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { listFleetAccounts } from './fleet/list-accounts.ts';
import { listFleetParameters, listParameterNames, listParameterValues } from './fleet/list-parameters.ts';
import type { DictionaryParts, Note } from './parts.ts';
import { openExport } from './read/export-dictionary.ts';
import { listColumns, listLooks, listSchemas, listTables, listUnused } from './read/lists.ts';
import { viewTable } from './read/view-table.ts';
import { listRules } from './rules/list-rules.ts';
import { addRule, changeRule, removeRule } from './rules/write-rule.ts';
import { pageChanges } from './store/changes.ts';
import { tagColumn, untagColumn } from './tag-column.ts';
import { writeNote } from './write-note.ts';

const noteWith =
  (audit: NoteAudit): Note =>
  (tx, resource, words) =>
    audit(tx, { resource, words });

/** Hangs the data dictionary on the server. */
export function serveDictionary(http: Http, parts: DictionaryParts): void {
  const { db } = parts;
  serveEndpoint(http, contract.listDictionarySchemas, ({ actor, query }) => listSchemas(db, actor, query));
  serveEndpoint(http, contract.listDictionaryTables, ({ actor, query }) => listTables(db, actor, query));
  serveEndpoint(http, contract.listDictionaryColumns, ({ actor, query }) => listColumns(db, actor, query));
  serveEndpoint(http, contract.listUnused, ({ actor, query }) => listUnused(db, actor, query));
  serveEndpoint(http, contract.listDictionaryLooks, ({ actor, query }) => listLooks(db, actor, query));
  serveDownload(http, contract.exportDictionary, async ({ actor, query }) => {
    const table = await openExport(db, actor, query);
    return {
      contentType: contentTypes[query.format],
      fileName: `dictionary-${query.what}.${query.format}`,
      headers: {
        'x-rows': String(Math.min(table.matching, query.limit)),
        'x-row-limit': String(query.limit),
        'x-truncated': table.matching > query.limit ? 'yes' : 'no',
      },
      chunks: writeRows(table, query.format),
    };
  });
  serveEndpoint(http, contract.getDictionaryTable, ({ actor, params }) => viewTable(db, actor, params));
  serveEndpoint(http, contract.listDictionaryChanges, ({ params, query }) =>
    listChanges(parts, params.clusterId, query.objectId, query),
  );
  serveEndpoint(http, contract.setDictionaryNote, ({ actor, params, body, audit, about }) => {
    about(`cluster/${params.clusterId}`);
    return writeNote(parts, actor, params, body, noteWith(audit));
  });
  serveEndpoint(http, contract.tagColumn, ({ actor, params, body, audit, about }) => {
    about(`cluster/${params.clusterId}`);
    return tagColumn(parts, actor, params, body.state, noteWith(audit));
  });
  serveEndpoint(http, contract.untagColumn, async ({ actor, params, audit, about }) => {
    about(`cluster/${params.clusterId}`);
    await untagColumn(parts, actor, params, noteWith(audit));
    return {};
  });
  serveFleet(http, parts);
  serveRules(http, parts);
}

function serveFleet(http: Http, { db }: DictionaryParts): void {
  serveEndpoint(http, contract.listFleetAccounts, ({ actor, query }) => listFleetAccounts(db, actor, query));
  serveEndpoint(http, contract.listFleetParameters, ({ actor, query }) => listFleetParameters(db, actor, query));
  serveEndpoint(http, contract.listParameterValues, ({ actor, query }) => listParameterValues(db, actor, query));
  serveEndpoint(http, contract.listParameterNames, ({ actor, query }) => listParameterNames(db, actor, query));
}

function serveRules(http: Http, parts: DictionaryParts): void {
  serveEndpoint(http, contract.listDictionaryRules, () => listRules(parts.db));
  serveEndpoint(http, contract.addDictionaryRule, ({ actor, body, audit }) =>
    addRule(parts, actor, body, noteWith(audit)),
  );
  serveEndpoint(http, contract.changeDictionaryRule, ({ actor, params, body, audit }) =>
    changeRule(parts, actor, params.ruleId, body, noteWith(audit)),
  );
  serveEndpoint(http, contract.removeDictionaryRule, async ({ actor, params, audit }) => {
    await removeRule(parts, actor, params.ruleId, noteWith(audit));
    return {};
  });
  serveEndpoint(http, contract.listDictionaryRuleChanges, ({ params, query }) =>
    listChanges(parts, '', params.ruleId, query),
  );
}

const listChanges = (
  { db }: DictionaryParts,
  clusterId: string,
  objectId: string | undefined,
  query: contract.PageQuery,
) =>
  readPage<contract.DictionaryChange, contract.DictionaryChange>(
    query,
    (after, limit) => pageChanges(db, clusterId, objectId, after, limit),
    ({ at, id }) => ({ createdAt: at, id }),
    (change) => change,
  );
