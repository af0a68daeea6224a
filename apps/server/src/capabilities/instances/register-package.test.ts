import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type OpenStore, openDatabase } from '../../platform/database/open-database.ts';
import { instanceMigrations } from './migrations.ts';
import { registerPackage, registerPackagesIn } from './register-package.ts';
import './tables.ts';

const clock = { now: () => 1_700_000_000_000 };
let folder: string;
let store: OpenStore;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myriad-package-'));
  store = await openDatabase({ store: { file: join(folder, 'store.db') }, migrations: instanceMigrations });
});
after(async () => {
  await store?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A tarball of the right shape with nothing in it. */
async function tarball(version: string): Promise<string> {
  const top = `mysql-${version}-linux-glibc2.28-x86_64`;
  await mkdir(join(folder, top, 'bin'), { recursive: true });
  await writeFile(join(folder, top, 'bin/mysqld'), version);
  const file = join(folder, `${top}.tar`);
  execFileSync('tar', ['-cf', file, '-C', folder, top]);
  return file;
}

test('a signature that does not verify, or cannot be checked, never passes for a package without one', async () => {
  const plain = await registerPackage({ db: store.db, clock }, await tarball('9.9.1'));
  assert.equal(plain.signature, 'none');
  await writeFile(`${await tarball('9.9.2')}.asc`, 'no signature at all');
  const { registered, refused } = await registerPackagesIn({ db: store.db, clock }, folder);
  const signed = registered.find(({ version }) => version === '9.9.2');
  // With gpg here it says bad; without, the package is refused for that reason.
  if (signed) assert.equal(signed.signature, 'bad');
  else assert.match(refused.map(({ reason }) => reason).join(), /gpg is not there/);
  assert.ok(registered.some(({ id }) => id === plain.id));
});
