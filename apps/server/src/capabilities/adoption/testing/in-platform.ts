import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { inLab, type Scratch } from '@myriad/lab';
import { openDatabase } from '../../../platform/database/open-database.ts';
import { adoptionTestMigrations, openAdoptionPlatform } from './adoption-platform.ts';

export type AdoptionPlatform = Awaited<ReturnType<typeof openAdoptionPlatform>>;

/** A lab test on a platform with a store of its own. */
export const inPlatform = (
  t: TestContext,
  body: (platform: AdoptionPlatform, scratch: Scratch) => Promise<void>,
): Promise<void> =>
  inLab(t, async (scratch) => {
    const file = join(scratch.folder, 'store.db');
    const store = await openDatabase({ store: { file }, migrations: adoptionTestMigrations });
    scratch.use({ [Symbol.asyncDispose]: () => store.close() });
    await body(scratch.use(await openAdoptionPlatform(store.db)), scratch);
  });
