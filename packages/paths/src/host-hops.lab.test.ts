import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { createPathPool, type HostPath, open } from './index.ts';
import { hostContract } from './testing/host-contract.ts';
import { sshdMissing, startSshd } from './testing/start-sshd.ts';

describe('a local path', { timeout: 120_000 }, async () => {
  const home = await mkdtemp(join(tmpdir(), 'myriad-home-'));
  const pool = createPathPool({ localEnvironment: { HOME: home, PATH: process.env.PATH ?? '/usr/bin:/bin' } });
  after(() => rm(home, { recursive: true, force: true }));
  hostContract({ open: () => open([{ kind: 'local' }], { pool }), home: () => home });
});

const skip = sshdMissing() ?? false;

describe('SSH paths', { skip, timeout: 180_000 }, async () => {
  if (skip !== false) return;
  const first = await startSshd();
  const second = await startSshd({ address: '127.0.0.2' });
  const third = await startSshd({ address: '127.0.0.3' });
  const pool = createPathPool();
  after(async () => {
    await pool.close();
    await Promise.all([first, second, third].map((sshd) => sshd.close()));
  });
  const ways: Record<string, { path: HostPath; home: string }> = {
    'straight with a key': { path: [first.hop], home: first.home },
    'from local through one jump': { path: [{ kind: 'local' }, first.hop, second.hop], home: second.home },
    'through two jumps': { path: [first.hop, second.hop, third.hop], home: third.home },
  };
  for (const [name, { path, home }] of Object.entries(ways)) {
    describe(name, () => hostContract({ open: () => open(path, { pool }), home: () => home }));
  }
});
