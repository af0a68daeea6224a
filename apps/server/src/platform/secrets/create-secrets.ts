import type { Clock } from '../clock/clock.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { newId } from '../database/new-id.ts';
import type { Db, Reader } from '../database/schema.ts';
import type { KeyRing } from './key-ring.ts';
import type { Secrets } from './secrets.ts';
import './tables.ts';
import { createValueCodec } from './value-codec.ts';

export interface SecretsParts {
  readonly keys: KeyRing;
  readonly clock: Clock;
  /** Told each value that enters or leaves, so that the log can blank it out (`log.hide`). */
  readonly hide: (value: string) => void;
}

/** A value is sealed for the id of its row: copied into another row it does not open. */
const codecFor = (keys: KeyRing, id: string) => createValueCodec(keys, `secret/${id}`);

const seal = (keys: KeyRing, id: string, value: string): string =>
  Buffer.from(codecFor(keys, id).encode(Buffer.from(value, 'utf8'))).toString('base64');

const unseal = (keys: KeyRing, id: string, sealed: string): string =>
  Buffer.from(codecFor(keys, id).decode(Buffer.from(sealed, 'base64'))).toString('utf8');

export function createSecrets({ keys, clock, hide }: SecretsParts): Secrets {
  const find: Secrets['find'] = async (db, id) => {
    const row = await db.selectFrom('secret').select('sealed').where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const value = unseal(keys, id, row.sealed);
    hide(value);
    return value;
  };
  return {
    put: async (tx, { kind, label, value }) => {
      hide(value);
      const id = newId();
      const sealed = seal(keys, id, value);
      await tx
        .insertInto('secret')
        .values({ id, kind, label, sealed, key_id: keys.newest.id, created_at: clock.now() })
        .execute();
      return id;
    },
    find,
    read: async (db, id) => {
      const value = await find(db, id);
      if (value === undefined) throw new Error(`secret ${id} is not there`);
      return value;
    },
    remove: async (tx, id) => {
      await tx.deleteFrom('secret').where('id', '=', id).execute();
    },
  };
}

/**
 * Called at start. Throws when the store holds secrets whose key is not in the ring: going on would show much later, at the
 * worst moment, that no host can be opened.
 */
export async function requireKeysOf(db: Reader, keys: KeyRing): Promise<void> {
  const used = await db.selectFrom('secret').select('key_id').distinct().execute();
  const missing = used.map((row) => row.key_id).filter((id) => !keys.find(id));
  if (missing.length > 0) {
    throw new Error(
      `the store holds secrets sealed with ${missing.join(', ')}, which the key file does not have. Put the right key file back (MYRIAD_KEY_FILE), or import the escrow copy.`,
    );
  }
}

const atOnce = 100;

/** Seals again what is not sealed with the newest key; may be stopped and run again. Returns how many it changed. */
export async function rotateSecrets(db: Db, keys: KeyRing): Promise<number> {
  for (let changed = 0; ; ) {
    const rows = await db
      .selectFrom('secret')
      .select(['id', 'sealed', 'key_id'])
      .where('key_id', '!=', keys.newest.id)
      .limit(atOnce)
      .execute();
    if (rows.length === 0) return changed;
    await inTransaction(db, async (tx) => {
      for (const { id, sealed, key_id } of rows) {
        await tx
          .updateTable('secret')
          .set({ sealed: seal(keys, id, unseal(keys, id, sealed)), key_id: keys.newest.id })
          .where('id', '=', id)
          .where('key_id', '=', key_id)
          .execute();
      }
    });
    changed += rows.length;
  }
}
