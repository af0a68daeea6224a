import { Settings } from '@myriad/contract';
import type { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';

export type SettingsValues = z.infer<typeof Settings>;

/** What holds where nobody decided. */
const defaults: SettingsValues = { approveOwnTickets: false };

export async function readSettings(db: Reader): Promise<SettingsValues> {
  const rows = await db.selectFrom('setting').selectAll().execute();
  const stored = Object.fromEntries(rows.map((row): [string, unknown] => [row.name, JSON.parse(row.value)]));
  return Settings.parse({ ...defaults, ...Settings.partial().parse(stored) });
}

export async function writeSettings(tx: Tx, patch: Partial<SettingsValues>): Promise<void> {
  for (const [name, value] of Object.entries(patch)) {
    if (value !== undefined) await upsert(tx, 'setting', { name }, { value: JSON.stringify(value) });
  }
}

/** Fails with a duplicate key the second time: however many try at once, one makes the administrator. */
export async function markFirstRun(tx: Tx, at: number): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ name: 'firstRunAt', value: JSON.stringify(at) })
    .execute();
}
