import { mkdir } from 'node:fs/promises';
import { readConfig } from '../config.ts';
import { migrations } from '../migrations.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { recordedServers, seedFleet } from './seed-fleet.ts';

/**
 * Writes a fleet into the store of a platform that is not running yet: `node seed-fleet-process.ts COUNT`, the home as the
 * platform reads it. Says `{ seeded }` to its parent when it is done.
 */
const config = readConfig();
await mkdir(config.home, { recursive: true, mode: 0o700 });
const store = await openDatabase({ store: config.store, migrations });
const servers = recordedServers(Number(process.argv[2] ?? 300));
await seedFleet(store.db, { servers });
await store.close();
process.send?.({ seeded: servers.length });
