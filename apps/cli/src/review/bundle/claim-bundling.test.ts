import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { claimBundling } from './claim-bundling.ts';

const inInstall = async (act: (root: string) => Promise<void>): Promise<void> => {
  const root = await mkdtemp(join(tmpdir(), 'myriad-claim-'));
  await mkdir(join(root, 'node_modules/rolldown'), { recursive: true });
  await writeFile(join(root, 'node_modules/rolldown/package.json'), '{"name":"rolldown","version":"1.0.0"}');
  await act(root).finally(() => rm(root, { recursive: true }));
};

test('of many reviews at once one bundles, and another only when that one began long ago', () =>
  inInstall(async (root) => {
    const now = Date.now();
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimBundling(root, now)));
    assert.equal(claims.filter(Boolean).length, 1);
    assert.equal(await claimBundling(root, now + 60_000), false);
    assert.equal(await claimBundling(root, now + 600_000), true);
  }));

test('where the bundler is not installed nobody bundles', () =>
  inInstall(async (root) => {
    await rm(join(root, 'node_modules/rolldown'), { recursive: true });
    assert.equal(await claimBundling(root, Date.now()), false);
  }));

test('where nobody may write nobody bundles', () =>
  inInstall(async (root) => {
    // A file in its place refuses every user, also the one whom no permission stops.
    await writeFile(join(root, 'node_modules/.cache'), '');
    assert.equal(await claimBundling(root, Date.now()), false);
  }));
