import * as contract from '@myriad/contract';
import { contentTypes, writeRows } from '../../platform/export/write-rows.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveDownload } from '../../platform/http/serve-download.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { editRow } from './edit-row.ts';
import { exportRows } from './export-rows.ts';
import { listRows } from './list-rows.ts';
import { getTable, listTables } from './list-tables.ts';
import type { TableParts } from './parts.ts';

/** Hangs the local console's tables on the server. */
export function serveTables(http: Http, parts: TableParts): void {
  serveEndpoint(http, contract.listTables, async ({ actor }) => ({ items: await listTables(parts, actor) }));
  serveEndpoint(http, contract.listTableRows, async ({ actor, params, query }) => {
    const { collection } = await getTable(parts, actor, params.table);
    return listRows(parts.db, collection, query);
  });
  serveDownload(http, contract.exportTable, async ({ actor, params, query }) => ({
    contentType: contentTypes[query.format],
    fileName: `${params.table}.${query.format}`,
    headers: { 'x-row-limit': String(query.limit) },
    chunks: writeRows(await exportRows(parts, actor, params.table, query), query.format),
  }));
  serveEndpoint(http, contract.editTableRow, async ({ actor, params, body, audit }) => {
    const why =
      body.reason === undefined ? {} : { words: { en: `Reason: ${body.reason}`, zh: `原因：${body.reason}` } };
    await editRow(parts, actor, params, body.values, (tx, resource) => audit(tx, { resource, ...why }));
    return { key: params.key };
  });
}
