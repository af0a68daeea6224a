import * as contract from '@myriad/contract';
import { contentTypes, writeRows } from '../../../platform/export/write-rows.ts';
import type { Http } from '../../../platform/http/http.ts';
import { serveDownload } from '../../../platform/http/serve-download.ts';
import { serveEndpoint } from '../../../platform/http/serve-endpoint.ts';
import { countInventory, type InventoryParts, listInventory } from './ask-inventory.ts';
import { describeInventory } from './describe-inventory.ts';
import { exportInventory } from './export-inventory.ts';

/** Hangs the four dimensions on the server: described, listed, counted, extracted. */
export function serveInventory(http: Http, parts: InventoryParts): void {
  serveEndpoint(http, contract.describeInventory, async () => ({ items: await describeInventory(parts.db) }));
  serveEndpoint(http, contract.listInventory, ({ actor, params, query }) =>
    listInventory(parts, actor, params.dimension, query),
  );
  serveEndpoint(http, contract.countInventory, async ({ actor, params, query }) => ({
    count: await countInventory(parts, actor, params.dimension, query.where),
  }));
  serveDownload(http, contract.exportInventory, async ({ actor, params, query }) => {
    const extract = await exportInventory(parts, actor, params.dimension, query);
    return {
      contentType: contentTypes[query.format],
      fileName: `${params.dimension}.${query.format}`,
      headers: {
        'x-rows': String(Math.min(extract.matching, query.limit)),
        'x-row-limit': String(query.limit),
        'x-truncated': extract.matching > query.limit ? 'yes' : 'no',
      },
      chunks: writeRows(extract, query.format),
    };
  });
}
