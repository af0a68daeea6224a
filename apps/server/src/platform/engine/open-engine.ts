import { join } from 'node:path';
import type { Clock } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { createValueCodec } from '../secrets/value-codec.ts';
import type { EngineMaker } from './engine.ts';
import { inProcessEngine } from './in-process-engine.ts';
import { embeddedRestateEngine, remoteRestateEngine } from './restate-engine.ts';

export interface OpenEngineOptions {
  /**
   * `engine`: `embedded`, `in-process`, or the address of a Restate cluster's ingress; its administration listens at the same
   * host, port 9070, unless the address names it: `http://host:8080?admin=http://host:9070&endpoint=this-host:7710&identity=publickeyv1_…`.
   */
  readonly config: { readonly engine: string; readonly home: string };
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly log: Log;
}

const defaultAdminPort = '9070';
const defaultEndpointPort = 7710;

/** The engine this installation is set to. */
export function openEngine({ config, keys, clock, log }: OpenEngineOptions): EngineMaker {
  const { now } = clock;
  if (config.engine === 'in-process') return inProcessEngine({ now, log });
  const shared = { now, log, codec: createValueCodec(keys, 'engine') };
  if (config.engine === 'embedded')
    return embeddedRestateEngine({ ...shared, folder: join(config.home, 'engine'), keyFolder: config.home });
  return remoteRestateEngine({ ...shared, ...remoteParts(config.engine) });
}

function remoteParts(address: string) {
  const url = new URL(address);
  const admin = new URL(url.origin);
  admin.port = defaultAdminPort;
  const identity = url.searchParams.getAll('identity');
  if (identity.length === 0)
    throw new Error(
      'MYRIAD_ENGINE: add ?identity=publickeyv1_… (the cluster logs it at start), else anybody could drive tasks',
    );
  const endpoint = new URL(`http://${url.searchParams.get('endpoint') ?? `127.0.0.1:${defaultEndpointPort}`}`);
  return {
    ingressUrl: url.origin,
    adminUrl: url.searchParams.get('admin') ?? admin.origin,
    endpointHost: endpoint.hostname,
    endpointPort: Number(endpoint.port || defaultEndpointPort),
    identityKeys: identity,
  };
}
