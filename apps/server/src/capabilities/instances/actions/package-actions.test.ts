import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createPathPool, type HostSession, open, type PathError, type PathPool } from '@myriad/paths';
import { findPackage, installPackage } from './package-actions.ts';

let folder: string;
let pool: PathPool;
let host: HostSession;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myriad-package-'));
  pool = createPathPool();
  host = await open([{ kind: 'local' }], { pool });
});
after(async () => {
  await host[Symbol.asyncDispose]();
  await pool.close();
  await rm(folder, { recursive: true, force: true });
});

test('an archive has arrived where it is whole; a damaged one of the right name has not', async () => {
  const sha256 = createHash('sha256').update('whole').digest('hex');
  const place = { target: join(folder, 'p'), archive: join(folder, `${sha256}.tar`), sha256 };
  const look = () => host.action(findPackage, place);
  assert.deepEqual(await look(), { installed: false, arrived: false });
  await writeFile(place.archive, 'whole');
  assert.deepEqual(await look(), { installed: false, arrived: true });
  for (const damaged of ['whol', 'whole, and more', '']) {
    await writeFile(place.archive, damaged);
    assert.deepEqual(await look(), { installed: false, arrived: false }, damaged);
  }
  await mkdir(place.target);
  await writeFile(join(place.target, '.myriad-package'), `${sha256}\n`);
  assert.deepEqual(await look(), { installed: true, arrived: true });
});

test('an archive damaged after it arrived is named, removed, and nothing of it is unpacked', async () => {
  const sha256 = createHash('sha256').update('another').digest('hex');
  const place = { target: join(folder, 'q'), archive: join(folder, `${sha256}.tar`), sha256 };
  await writeFile(place.archive, 'anotheR');
  await assert.rejects(host.action(installPackage, { ...place, program: 'mysqld' }), (error: PathError) => {
    assert.equal(error.detail.code, 'ARCHIVE_DAMAGED');
    assert.match(error.message, /damaged since: it has SHA-256 \w{64}, not/);
    return true;
  });
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.startsWith('q') || name.startsWith(sha256)),
    [],
  );
});
