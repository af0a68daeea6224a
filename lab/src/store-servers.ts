import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LabUnavailable } from './lab-unavailable.ts';
import { startServer } from './server.ts';
import type { Flavor } from './trees/recipes.ts';

/** A server on which tests make databases of their own, and nothing else: it is never stopped, nor its settings changed. */
export interface StoreServer {
  readonly socket: string;
  stop(): Promise<void>;
}

const flavors: readonly Flavor[] = ['mysql', 'mariadb'];
const variable = 'MYRIAD_TEST_STORES';

/** Tests ask what was written, not what a power cut leaves: without waiting for the disk they run ten times faster. */
const options = ['--innodb-flush-log-at-trx-commit=0', '--skip-log-bin'];

/** The server of the whole run, where `shareStoreServers` started one; else one of this process's own.
 * @throws LabUnavailable when there is no tree of the flavour */
export async function openStoreServer(flavor: Flavor): Promise<StoreServer> {
  const shared: Partial<Record<Flavor, string>> = JSON.parse(process.env[variable] ?? '{}');
  const socket = shared[flavor];
  return socket ? { socket, stop: async () => {} } : startStoreServer(flavor);
}

/**
 * One server of each flavour for all test files that this process starts: starting two for each of fifty files took longer than
 * their tests. Where a tree is missing, each file says so itself.
 */
export async function shareStoreServers(): Promise<AsyncDisposable> {
  const started = new Map<Flavor, StoreServer>();
  const dispose = async () => {
    delete process.env[variable];
    await Promise.all([...started.values()].map((server) => server.stop()));
  };
  try {
    for (const flavor of flavors) started.set(flavor, await startStoreServer(flavor));
  } catch (error) {
    if (!(error instanceof LabUnavailable)) {
      await dispose();
      throw error;
    }
  }
  process.env[variable] = JSON.stringify(Object.fromEntries([...started].map(([name, { socket }]) => [name, socket])));
  return { [Symbol.asyncDispose]: dispose };
}

async function startStoreServer(flavor: Flavor): Promise<StoreServer> {
  const folder = await mkdtemp(path.join(tmpdir(), `myriad-${flavor}-`));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const server = await startServer({ flavor, folder, options });
    return {
      socket: server.socket,
      stop: async () => {
        await server[Symbol.asyncDispose]();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
