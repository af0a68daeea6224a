import * as contract from '@myriad/contract';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { requireAllowed } from '../../platform/policy/decision.ts';
import { mustOperate } from '../auth/index.ts';
import type { SelfCheck } from './create-self-check.ts';

/** Names folders and hosts of this installation: for those who operate it. */
export function serveSelfCheck(http: Http, selfCheck: SelfCheck): void {
  serveEndpoint(http, contract.getSelfCheck, async ({ actor }) => {
    requireAllowed(mustOperate(actor));
    return selfCheck.view();
  });
  serveEndpoint(http, contract.runSelfCheck, async ({ actor }) => {
    requireAllowed(mustOperate(actor));
    return selfCheck.run();
  });
}
