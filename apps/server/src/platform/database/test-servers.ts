import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LabServer, LabUnavailable, startServer } from '@myriad/lab';
import type { StoreKind } from './migration.ts';
import type { TestPlace } from './testing.ts';

type Flavor = Exclude<StoreKind, 'sqlite'>;

interface Running {
  readonly server: LabServer;
  readonly folder: string;
}

const servers = new Map<Flavor, Promise<Running>>();

/** Tests ask what was written, not what a power cut leaves: without waiting for the disk they run ten times faster. */
const options = ['--innodb-flush-log-at-trx-commit=0', '--skip-log-bin'];

async function start(flavor: Flavor): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), `myriad-${flavor}-`));
  try {
    return { server: await startServer({ flavor, folder, options }), folder };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A fresh database on this process's server of that flavour, which starts with the first; the reason where there is none. */
export async function freshDatabase(flavor: Flavor): Promise<TestPlace | { readonly missing: string }> {
  const running = servers.get(flavor) ?? start(flavor);
  servers.set(flavor, running);
  try {
    const { server } = await running;
    const name = `myriad_${randomBytes(6).toString('hex')}`;
    await server.rows(`create database ${name} character set utf8mb4`);
    return {
      store: { url: `mysql://root@localhost/${name}?socket=${encodeURIComponent(server.socket)}` },
      remove: async () => {
        await server.rows(`drop database ${name}`);
      },
    };
  } catch (error) {
    if (error instanceof LabUnavailable && process.env.CI !== 'true') return { missing: error.message };
    throw error;
  }
}

/** Called once when this process's tests are over. */
export async function stopServers(): Promise<void> {
  const started = await Promise.allSettled(servers.values());
  servers.clear();
  for (const result of started) {
    if (result.status === 'rejected') continue;
    await result.value.server[Symbol.asyncDispose]();
    await rm(result.value.folder, { recursive: true, force: true });
  }
}
