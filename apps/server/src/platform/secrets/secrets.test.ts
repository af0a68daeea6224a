import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemClock } from '../clock/clock.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { forEachStore } from '../database/testing.ts';
import { createLog } from '../log/log.ts';
import { createSecrets, requireKeysOf, rotateSecrets } from './create-secrets.ts';
import { exportEscrow, importEscrow } from './escrow.ts';
import { addKey, openKeyFile } from './key-file.ts';
import { keyRing, newKey, parseKeys, printKeys } from './key-ring.ts';
import { secretMigrations } from './migrations.ts';
import { createValueCodec, keyIdOf } from './value-codec.ts';

const planted = 'planted-secret "with" 引号\nand lines';
const clock = systemClock;

forEachStore(
  'a secret is sealed in the store, opens for its own row only, and stays out of the log',
  async ({ db }) => {
    const lines: string[] = [];
    const log = createLog({ write: (line) => lines.push(line) });
    const keys = keyRing([newKey()]);
    const secrets = createSecrets({ keys, clock, hide: log.hide });
    const put = () =>
      inTransaction(db, (tx) => secrets.put(tx, { kind: 'password', label: 'root of db-1', value: planted }));
    const [one, two] = [await put(), await put()];
    assert.equal(await secrets.read(db, one), planted);
    log.info('tried', { command: `login ${planted}`, error: new Error(`no: ${planted}`), nested: [{ text: planted }] });
    const rows = await db.selectFrom('secret').selectAll().execute();
    for (const text of [JSON.stringify(rows), lines.join('\n')]) assert.doesNotMatch(text, /planted-secret/);
    assert.match(lines.join('\n'), /login \[hidden\]/);
    const sealed = rows.find((row) => row.id === one)?.sealed ?? '';
    await inTransaction(db, (tx) => tx.updateTable('secret').set({ sealed }).where('id', '=', two).execute());
    await assert.rejects(secrets.read(db, two));
    await inTransaction(db, (tx) => secrets.remove(tx, one));
    await assert.rejects(secrets.read(db, one), /is not there/);
  },
  { migrations: secretMigrations },
);

forEachStore(
  'after a rotation everything is sealed with the new key and the old one may go',
  async ({ db }) => {
    const [old, fresh] = [newKey(), newKey()];
    const before = createSecrets({ keys: keyRing([old]), clock, hide: () => undefined });
    const ids: string[] = [];
    for (let i = 0; i < 120; i++) {
      const value = `value ${i}`;
      ids.push(await inTransaction(db, (tx) => before.put(tx, { kind: 'other', label: '', value })));
    }
    await assert.rejects(requireKeysOf(db, keyRing([fresh])), new RegExp(old.id));
    assert.equal(await rotateSecrets(db, keyRing([old, fresh])), 120);
    assert.equal(await rotateSecrets(db, keyRing([old, fresh])), 0);
    await requireKeysOf(db, keyRing([fresh]));
    const after = createSecrets({ keys: keyRing([fresh]), clock, hide: () => undefined });
    assert.equal(await after.read(db, ids[119] ?? ''), 'value 119');
  },
  { migrations: secretMigrations },
);

test('a sealed value names its key, and no byte of it may change', () => {
  const [old, fresh] = [newKey(), newKey()];
  const text = Buffer.from('an id');
  const sealed = createValueCodec(keyRing([old])).encode(text);
  assert.equal(keyIdOf(sealed), old.id);
  const both = createValueCodec(keyRing([old, fresh]));
  assert.deepEqual(Buffer.from(both.decode(sealed)), text);
  assert.equal(keyIdOf(both.encode(text)), fresh.id);
  assert.throws(() => createValueCodec(keyRing([fresh])).decode(sealed), /not in the key file/);
  for (let place = 0; place < sealed.length; place++) {
    const changed = Buffer.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    assert.throws(() => both.decode(changed), `byte ${place}`);
  }
  assert.throws(() => both.decode(new Uint8Array()));
  assert.throws(() => createValueCodec(keyRing([old]), 'elsewhere').decode(sealed));
});

test('the key file is made once, for its owner alone, and grows by a key', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-keys-'));
  const file = join(folder, 'deep', 'keys');
  const first = await openKeyFile(file);
  assert.equal(first.made, true);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  const again = await openKeyFile(file);
  assert.deepEqual([again.made, again.keys.newest.id], [false, first.keys.newest.id]);
  const grown = await addKey(file);
  assert.deepEqual(
    grown.all.map((key) => key.id),
    [first.keys.newest.id, grown.newest.id],
  );
  assert.equal((await openKeyFile(file)).keys.newest.id, grown.newest.id);
  await chmod(file, 0o640);
  await assert.rejects(openKeyFile(file), /chmod 600/);
  assert.match(await readFile(file, 'utf8'), /^# Keys/);
  await rm(folder, { recursive: true });
});

test('an escrow copy gives the keys back to who knows the passphrase', async () => {
  const keys = keyRing([newKey(), newKey()]);
  const copy = await exportEscrow(keys, 'a long passphrase');
  assert.equal(printKeys(await importEscrow(copy, 'a long passphrase')), printKeys(keys));
  await assert.rejects(importEscrow(copy, 'another passphrase'), /passphrase is wrong/);
  await assert.rejects(exportEscrow(keys, 'short'), /12/);
});

test('a key file that is not one is refused', () => {
  for (const text of ['', '# nothing', 'k1 abc', `k1 ${'0'.repeat(64)}\nk1 ${'1'.repeat(64)}`]) {
    assert.throws(() => parseKeys(text));
  }
});
