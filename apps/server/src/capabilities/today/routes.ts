import { getToday } from '@myriad/contract';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import type { TodayParts } from './parts.ts';
import { viewToday } from './view-today.ts';

export function serveToday(http: Http, parts: TodayParts): void {
  serveEndpoint(http, getToday, ({ actor }) => viewToday(parts, actor));
}
