import { randomBytes } from 'node:crypto';
import { LabUnavailable, openStoreServer, type StoreServer } from '@myriad/lab';
import { createConnection } from 'mysql2/promise';
import type { StoreKind } from './migration.ts';
import type { TestPlace } from './testing.ts';

type Flavor = Exclude<StoreKind, 'sqlite'>;

const servers = new Map<Flavor, Promise<StoreServer>>();

/** A fresh database on a server of that flavour: the whole run's, or this process's, which starts with the first; the reason where there is none. */
export async function freshDatabase(flavor: Flavor): Promise<TestPlace | { readonly missing: string }> {
  const opening = servers.get(flavor) ?? openStoreServer(flavor);
  servers.set(flavor, opening);
  try {
    const { socket } = await opening;
    const name = `myriad_${randomBytes(6).toString('hex')}`;
    await runAsRoot(socket, `create database ${name} character set utf8mb4`);
    return {
      store: { url: `mysql://root@localhost/${name}?socket=${encodeURIComponent(socket)}` },
      remove: () => runAsRoot(socket, `drop database ${name}`),
    };
  } catch (error) {
    if (error instanceof LabUnavailable && process.env.CI !== 'true') return { missing: error.message };
    throw error;
  }
}

async function runAsRoot(socket: string, sql: string): Promise<void> {
  const connection = await createConnection({ socketPath: socket, user: 'root', password: '' });
  try {
    await connection.query(sql);
  } finally {
    connection.destroy();
  }
}

/** Called once when this process's tests are over. */
export async function stopServers(): Promise<void> {
  const opened = await Promise.allSettled(servers.values());
  servers.clear();
  for (const result of opened) if (result.status === 'fulfilled') await result.value.stop();
}
