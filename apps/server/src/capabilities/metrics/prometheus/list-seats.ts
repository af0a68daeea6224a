import { setImmediate } from 'node:timers/promises';
import type { Db } from '../../../platform/database/schema.ts';
import { type Seat, selectSeats } from '../../metadata/index.ts';

const pageSize = 500;

/** Every instance that stands or should stand, page by page, so that nobody waits for the whole fleet. */
export async function* walkSeats(db: Db): AsyncGenerator<readonly Seat[]> {
  for (let after = ''; ; ) {
    const page = await selectSeats(db, after, pageSize);
    yield page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.id ?? '';
    await setImmediate();
  }
}
