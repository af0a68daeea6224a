import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Client, listInventory } from '@myriad/contract';
import { endProcess, startNode } from '../../cli/src/demo/child-process.ts';
import { clientFor, makePeople, newPeople } from '../../cli/src/demo/demo-people.ts';
import { ServerReady } from '../../cli/src/demo/platform-process.ts';
import type { SignIn } from './open-platform.ts';

export interface FleetPlatform extends AsyncDisposable {
  readonly url: string;
  readonly administrator: SignIn;
  readonly operator: SignIn;
  readonly requester: SignIn;
  readonly asOperator: Client;
  /** Of the running platform: for a story that plants what a look would find. */
  readonly storeFile: string;
}

const seedProcess = fileURLToPath(new URL('../../server/src/testing/seed-fleet-process.ts', import.meta.url));

const server = fileURLToPath(new URL('../../cli/src/main.ts', import.meta.url));

/** It looks at no server: ten thousand that do not answer would be ten thousand findings first. */
const startQuietPlatform = (folder: string) =>
  startNode([server, 'start'], {
    env: { MYRIAD_HOME: join(folder, 'platform'), MYRIAD_LISTEN: '127.0.0.1:0', MYRIAD_SWEEP_SECONDS: '0' },
    logFile: join(folder, 'platform.log'),
    readySeconds: 120,
    parse: (message) => ServerReady.parse(message),
  });

/**
 * A platform whose record holds a company's fleet: so many instances, three to a cluster, a host for each, six applications.
 * Nothing answers at their addresses and nobody looks. The console must have been built.
 */
export async function openFleet(instances: number): Promise<FleetPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-fleet-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const seeded = await startNode([seedProcess, String(instances)], {
      env: { MYRIAD_HOME: join(folder, 'platform') },
      logFile: join(folder, 'seed.log'),
      readySeconds: 300,
      parse: (message) => message,
    });
    await endProcess(seeded.id);
    const { id, ready } = await startQuietPlatform(folder);
    try {
      if (ready.firstRunToken === undefined) throw new Error('a fresh platform gave no first-run token');
      const people = newPeople();
      await makePeople(ready.url, ready.firstRunToken, people);
      const { administrator, approver: operator, requester } = people;
      const asOperator = await clientFor(ready.url, operator);
      // What is read for the first time takes its time: not within a story’s patience.
      for (const dimension of ['application', 'instance'] as const)
        await asOperator.call(listInventory, { params: { dimension }, query: {} });
      const end = async () => {
        await endProcess(id);
        await remove();
      };
      const storeFile = join(folder, 'platform', 'myriad.db');
      return { url: ready.url, administrator, operator, requester, asOperator, storeFile, [Symbol.asyncDispose]: end };
    } catch (error) {
      await endProcess(id);
      throw error;
    }
  } catch (error) {
    await remove();
    throw error;
  }
}
