import * as contract from '@myriad/contract';
import type { Http } from '../../../platform/http/http.ts';
import { serveEndpoint } from '../../../platform/http/serve-endpoint.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { shareRead } from '../../../platform/share/share-read.ts';
import { compareInstances } from './compare-parameters.ts';
import { mayLookInside } from './policy.ts';
import type { LivePorts } from './ports.ts';
import { readInstanceErrorLog } from './read-error-log.ts';
import { readInstanceActivity } from './view-activity.ts';
import { readInstanceParameters } from './view-parameters.ts';
import { readInstanceReplication } from './view-replication.ts';

/** A page asks again every two seconds at every desk it is open on; the server is asked once for all of them. */
const sharedMilliseconds = 1000;

/** Hangs what an instance says of itself right now on the server. */
export function serveLive(http: Http, ports: LivePorts): void {
  const share = <Value>(read: (ports: LivePorts, instanceId: string) => Promise<Value>) =>
    shareRead(ports.clock, sharedMilliseconds, (instanceId) => read(ports, instanceId));
  const guarded = async (actor: Actor, instanceId: string) => {
    requireAllowed(mayLookInside(actor));
    await ports.metadata.getInstance(ports.db, instanceId);
    return instanceId;
  };
  const readActivity = share(readInstanceActivity);
  const readReplication = share(readInstanceReplication);
  const readParameters = share(readInstanceParameters);
  serveEndpoint(http, contract.getInstanceActivity, async ({ actor, params }) =>
    readActivity(await guarded(actor, params.instanceId)),
  );
  serveEndpoint(http, contract.getInstanceReplication, async ({ actor, params }) =>
    readReplication(await guarded(actor, params.instanceId)),
  );
  serveEndpoint(http, contract.getInstanceParameters, async ({ actor, params }) =>
    readParameters(await guarded(actor, params.instanceId)),
  );
  serveEndpoint(http, contract.compareInstanceParameters, async ({ actor, params, query }) =>
    compareInstances(ports, actor, await guarded(actor, params.instanceId), query.with),
  );
  serveEndpoint(http, contract.getInstanceErrorLog, async ({ actor, params, query }) =>
    readInstanceErrorLog(ports, await guarded(actor, params.instanceId), query),
  );
}
