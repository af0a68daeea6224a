import * as contract from '@myriad/contract';
import type { Http } from '../../platform/http/http.ts';
import { serveDownload } from '../../platform/http/serve-download.ts';
import type { LogParts } from './parts.ts';
import { searchLogs } from './search-logs.ts';

/** Hangs the search on the server. */
export function serveLogs(http: Http, parts: LogParts): void {
  serveDownload(http, contract.searchLogs, async ({ actor, query }) => {
    const lines = await searchLogs(parts, actor, query, http.stopping);
    return { contentType: 'application/x-ndjson; charset=utf-8', fileName: 'logs.ndjson', chunks: asText(lines) };
  });
}

async function* asText(lines: AsyncIterable<contract.LogLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}
