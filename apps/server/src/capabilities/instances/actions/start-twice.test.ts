import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createPathPool, open } from '@myriad/paths';
import { initialise, makeDirectories } from './seat-actions.ts';
import { startServer, stopServer, supervisorScript } from './server-actions.ts';

test('starts at the same time start one server: a start whose caller died may still be at work', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-twice-'));
  await mkdir(join(folder, 'home'));
  await using pool = createPathPool({ localEnvironment: { ...process.env, HOME: join(folder, 'home') } });
  await using host = await open([{ kind: 'local' }], { pool });
  const directory = join(folder, 'i');
  const one = { directory, instanceId: 'i1', unitName: 'none.service' };
  const given = { directory, instanceId: 'i1', taskId: 't1' };
  await host.action(makeDirectories, given);
  await host.action(initialise, { ...given, argv: ['true'], sql: '', sqlFile: '' });
  const server = {
    ...{ ...one, baseDirectory: folder, restart: 'never' as const, startedBy: 't1', supervisor: supervisorScript },
    ...{ userUnit: '', systemUnit: '', argv: ['/bin/sh', '-c', 'echo began; exec sleep 1000'] },
  };
  try {
    const starts = await Promise.all([1, 2, 3, 4].map(() => host.action(startServer, server)));
    assert.equal(new Set(starts.map(({ pid }) => pid)).size, 1);
    assert.equal(starts.filter(({ already }) => !already).length, 1);
    assert.equal(await readFile(join(directory, 'log/supervisor.log'), 'utf8'), 'began\n');
  } finally {
    await host.action(stopServer, { ...one, limitSeconds: 10, onlyStartedBy: '' });
    await rm(folder, { recursive: true, force: true });
  }
});
