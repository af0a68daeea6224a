import { readGlance, readPortrait, readVersion } from '@myriad/mysql';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { lookingAccount } from '../../instances/index.ts';
import type { InstanceRecord } from '../../metadata/index.ts';
import { findPacked, insertPortraitChanges, putPacked, putSize } from '../store.ts';
import { comparePortraits } from './compare-portraits.ts';
import { type DeepLook, packPortrait, unpackPortrait } from './pack-portrait.ts';
import type { PortraitPorts } from './ports.ts';

/** What is read for the schemas; columns and indexes only up to here, for one look must not hold this process up. */
const limits = { mostTables: 5000, mostTablesOpened: 1000, mostColumns: 20_000, mostIndexes: 20_000 };

/** Reads one instance deeply and keeps what was read and how it differs from before. @throws what opening or the glance throws */
export async function lookDeep(
  { db, clock, metadata, access }: PortraitPorts,
  { id, clusterId }: InstanceRecord,
  options: {
    readonly contents: 'none' | 'tables' | 'all';
    readonly signal: AbortSignal;
    readonly onPath?: (path: string, hops: readonly { readonly name: string; readonly milliseconds: number }[]) => void;
  },
): Promise<{ readonly look: DeepLook; readonly changes: number }> {
  const { contents, signal, onPath } = options;
  const as = await lookingAccount({ db, metadata }, clusterId);
  await using session = await access.openInstance(id, { as, signal, ...(onPath ? { onPath } : {}) });
  const version = await readVersion(session);
  const glance = await readGlance(session, version, { now: clock.now, signal });
  const portrait = await readPortrait(session, version, { contents, limits, signal, now: clock.now });
  const look = { glance, portrait };
  return { look, changes: await keep(db, id, look) };
}

async function keep(db: PortraitPorts['db'], instanceId: string, look: DeepLook): Promise<number> {
  const before = await lastLook(db, instanceId);
  const packed = await packPortrait(look);
  const changes = before ? comparePortraits(before.portrait, look.portrait) : [];
  const { readAt: at, contents } = look.portrait;
  await inTransaction(db, async (tx) => {
    await putPacked(tx, instanceId, at, packed);
    await insertPortraitChanges(tx, instanceId, at, changes);
    if (!contents.tables.ok || contents.skipped.length > 0) return;
    const sum = (of: 'dataBytes' | 'indexBytes') =>
      contents.tables.ok ? contents.tables.value.reduce((total, table) => total + (table[of] ?? 0), 0) : 0;
    const tables = contents.tables.value.length;
    await putSize(tx, instanceId, { at, tables, dataBytes: sum('dataBytes'), indexBytes: sum('indexBytes') });
  });
  return changes.length;
}

/** The look before; undefined where there was none. */
export async function lastLook(db: PortraitPorts['db'], instanceId: string): Promise<DeepLook | undefined> {
  const packed = await findPacked(db, instanceId);
  return packed === undefined ? undefined : unpackPortrait(packed);
}
