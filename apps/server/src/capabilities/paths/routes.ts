import { testHostPaths } from '@myriad/contract';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { requireAllowed } from '../../platform/policy/decision.ts';
import type { Paths } from './create-paths.ts';
import { mayTestPaths } from './policy.ts';

export function servePaths(http: Http, paths: Pick<Paths, 'testPaths'>): void {
  serveEndpoint(http, testHostPaths, async ({ actor, params }) => {
    requireAllowed(mayTestPaths(actor));
    return paths.testPaths(params.hostId);
  });
}
