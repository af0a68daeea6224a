import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createLog } from '../../log/log.ts';
import { loadIdentity } from './identity.ts';
import { startRestateServer } from './restate-server.ts';

test('the engine sees its own settings and nothing of our environment, which may hold keys', {
  skip: process.platform !== 'linux' && 'reads /proc',
}, async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'my-env-'));
  const planted = { MYRIAD_KEY: 'kplanted secret', MYRIAD_STORE: 'mysql://u:planted@h/d', PLANTED: 'secret' };
  Object.assign(process.env, planted);
  context.after(async () => {
    for (const name of Object.keys(planted)) delete process.env[name];
    await rm(folder, { recursive: true, force: true });
  });
  const log = createLog({ level: 'error' });
  const server = await startRestateServer({ folder: join(folder, 'e'), identityFile: loadIdentity(folder).file, log });
  try {
    const seen = readFileSync(`/proc/${server.pid}/environ`, 'utf8').split('\0').filter(Boolean);
    assert.ok(seen.length > 10);
    const others = seen.filter((entry) => !/^(RESTATE_\w+|DO_NOT_TRACK)=/.test(entry));
    assert.deepEqual(others, []);
  } finally {
    await server.stop();
  }
});
