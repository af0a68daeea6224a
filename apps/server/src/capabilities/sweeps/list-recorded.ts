import { setImmediate } from 'node:timers/promises';
import type { Db } from '../../platform/database/schema.ts';
import { type Metadata, maintenanceInForce } from '../metadata/index.ts';
import { readIdentities } from './known-identity.ts';
import type { Recorded } from './target.ts';

const pageSize = 250;

export interface RecordedPage {
  readonly swept: readonly Recorded[];
  /** Not looked at any more: what was found on them is closed. */
  readonly gone: readonly string[];
}

/** Every instance that is to be looked at, in pages, so that nobody waits for the whole fleet. */
export async function* walkRecorded(
  { db, metadata }: { readonly db: Db; readonly metadata: Metadata },
  now: number,
): AsyncGenerator<RecordedPage> {
  for (let after = ''; ; ) {
    const page = await metadata.walkInstances(db, after, pageSize);
    const ids = page.map(({ instance }) => instance.id);
    const identities = await readIdentities(db, ids);
    const swept: Recorded[] = [];
    const gone: string[] = [];
    for (const { instance, host } of page) {
      const { id, name, hostId, port, clusterId, flavor, version, role, state, serverId } = instance;
      if (state === 'decommissioned') gone.push(id);
      // Without a cluster there is no account; half deployed there is nothing to compare with.
      if (!host || clusterId === null || state === 'decommissioned' || state === 'deploying') continue;
      const maintenance = maintenanceInForce(instance.maintenance, now);
      swept.push({
        ...{ id, name, hostId, port, clusterId, flavor, version, role, state, serverId, maintenance },
        address: host.address,
        hasPaths: host.paths.length > 0,
        identity: identities.get(id) ?? {},
        deployedHere: instance.packageId !== null,
      });
    }
    yield { swept, gone };
    if (page.length < pageSize) return;
    after = page.at(-1)?.instance.id ?? '';
    await setImmediate();
  }
}
