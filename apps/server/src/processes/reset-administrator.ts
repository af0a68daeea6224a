import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { type ResetAdministrator, resetAdministrator } from '../capabilities/auth/index.ts';
import { readConfig } from '../config.ts';
import { migrations } from '../migrations.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { openDatabase } from '../platform/database/open-database.ts';

/**
 * Opens the store of this machine's configuration, as the server would, and resets an administrator in it. The server must be
 * stopped: a store has one writer. Whoever can do this can read the store's file or its address anyway.
 */
export async function resetAdministratorHere(name: string | undefined): Promise<ResetAdministrator> {
  const { store } = readConfig();
  if ('file' in store && !existsSync(store.file))
    throw new Error(`there is no store (${store.file}): set MYRIAD_HOME or MYRIAD_STORE as the server has it`);
  const opened = await openDatabase({ store, migrations, now: systemClock.now });
  try {
    return await resetAdministrator({ db: opened.db, clock: systemClock }, { name, by: userInfo().username });
  } finally {
    await opened.close();
  }
}
