import { testHostPaths } from '@myriad/contract';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import type { Paths } from './create-paths.ts';

export function servePaths(http: Http, paths: Paths): void {
  serveEndpoint(http, testHostPaths, ({ params }) => paths.testPaths(params.hostId));
}
