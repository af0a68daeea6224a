import { join } from 'node:path';
import type { Log } from '../log/log.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { createValueCodec } from '../secrets/value-codec.ts';
import type { EngineMaker } from './engine.ts';
import { inProcessEngine } from './in-process-engine.ts';
import { embeddedRestateEngine, remoteRestateEngine } from './restate-engine.ts';

export interface EngineSettings {
  readonly home: string;
  /** `embedded`, `in-process`, or the ingress address of a Restate cluster. */
  readonly engine: string;
  readonly engineAdmin?: string | undefined;
  readonly engineEndpoint: { readonly host: string; readonly port: number };
  readonly engineIdentity?: readonly string[] | undefined;
}

const adminPort = '9070';

/** The engine the configuration asks for. */
export function openEngine(
  settings: EngineSettings,
  { keys, now, log }: { readonly keys: KeyRing; readonly now: () => number; readonly log: Log },
): EngineMaker {
  const shared = { codec: createValueCodec(keys, 'engine'), now, log };
  if (settings.engine === 'in-process') return inProcessEngine(shared);
  if (settings.engine === 'embedded') {
    return embeddedRestateEngine({ ...shared, folder: join(settings.home, 'engine'), keyFolder: settings.home });
  }
  return remoteRestateEngine({
    ...shared,
    ingressUrl: settings.engine,
    adminUrl: settings.engineAdmin ?? adminBeside(settings.engine),
    endpointHost: settings.engineEndpoint.host,
    endpointPort: settings.engineEndpoint.port,
    identityKeys: settings.engineIdentity ?? [],
  });
}

function adminBeside(ingress: string): string {
  const url = new URL(ingress);
  url.port = adminPort;
  return url.origin;
}
