import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@myriad/contract';
import { endProcess, startNode } from '../../cli/src/demo/child-process.ts';
import { clientFor, makePeople, newPeople } from '../../cli/src/demo/demo-people.ts';
import { startPlatform } from '../../cli/src/demo/platform-process.ts';
import type { SignIn } from './open-platform.ts';

export interface FleetPlatform extends AsyncDisposable {
  readonly url: string;
  readonly administrator: SignIn;
  readonly operator: SignIn;
  readonly requester: SignIn;
  readonly asOperator: Client;
}

const seedProcess = fileURLToPath(new URL('../../server/src/testing/seed-fleet-process.ts', import.meta.url));

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
    const { id, ready } = await startPlatform(folder, '127.0.0.1:0');
    try {
      if (ready.firstRunToken === undefined) throw new Error('a fresh platform gave no first-run token');
      const people = newPeople();
      await makePeople(ready.url, ready.firstRunToken, people);
      const { administrator, approver: operator, requester } = people;
      const asOperator = await clientFor(ready.url, operator);
      const end = async () => {
        await endProcess(id);
        await remove();
      };
      return { url: ready.url, administrator, operator, requester, asOperator, [Symbol.asyncDispose]: end };
    } catch (error) {
      await endProcess(id);
      throw error;
    }
  } catch (error) {
    await remove();
    throw error;
  }
}
