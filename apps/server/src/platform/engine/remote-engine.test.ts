import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { freePort } from '@myriad/lab';
import { createLog } from '../log/log.ts';
import { keyRing } from '../secrets/key-ring.ts';
import { createValueCodec } from '../secrets/value-codec.ts';
import { loadIdentity } from './restate/identity.ts';
import { startRestateServer } from './restate/restate-server.ts';
import { remoteRestateEngine } from './restate-engine.ts';

const log = createLog({ level: 'error' });
const codec = createValueCodec(keyRing([{ id: 'k1', key: randomBytes(32) }]), 'engine');

/** Too long a folder for sockets: the engine then listens on loopback ports, like one somebody else runs. */
const longName = 'a-folder-name-that-leaves-no-room-for-the-path-of-a-unix-socket-in-107-bytes';

test('an engine somebody else runs drives what is woken, now and at its time, and nobody but it may ask', async (t) => {
  const scratch = await mkdtemp(join(tmpdir(), 'my-remote-'));
  const folder = join(scratch, longName);
  await mkdir(folder);
  const identity = loadIdentity(scratch);
  const cluster = await startRestateServer({ folder, identityFile: identity.file, log });
  t.after(async () => {
    await cluster.stop();
    await rm(scratch, { recursive: true, force: true });
  });
  const { ingress, admin } = cluster.addresses;
  assert('url' in ingress && 'url' in admin, 'the engine listens on ports here');

  const driven: { id: string; at: number }[] = [];
  const drives = Promise.withResolvers<void>();
  const port = await freePort();
  const engine = remoteRestateEngine({
    codec,
    log,
    now: Date.now,
    ingressUrl: ingress.url,
    adminUrl: admin.url,
    endpointHost: '127.0.0.1',
    endpointPort: port,
    identityKeys: [identity.publicKey],
  })({
    drive: async (id) => {
      driven.push({ id, at: Date.now() });
      if (driven.length === 3) drives.resolve();
      return id === 'sleeper' && driven.filter((each) => each.id === id).length === 1
        ? { wakeAt: Date.now() + 300 }
        : 'ended';
    },
    onReturned: async () => {},
  });
  await engine.start();
  t.after(() => engine.stop());
  await engine.wake('sleeper', { idempotencyKey: 'one' });
  await engine.wake('worker', { idempotencyKey: 'two' });
  await engine.wake('worker', { idempotencyKey: 'two' });
  await drives.promise;
  const [first, second] = driven.filter(({ id }) => id === 'sleeper');
  assert(first && second && second.at - first.at >= 250, 'the second drive waited for its time');
  assert.equal(driven.filter(({ id }) => id === 'worker').length, 1, 'one key is one wake');

  assert.equal(await statusOf(port, '/r/dev/discover'), 401, 'a call without the engine’s signature is refused');
});

/** The endpoint speaks HTTP/2 without TLS. */
async function statusOf(port: number, path: string): Promise<number | undefined> {
  const session = connect(`http://127.0.0.1:${port}`);
  try {
    const request = session.request({ ':path': path });
    request.resume();
    const [headers] = await once(request, 'response');
    return headers[':status'];
  } finally {
    session.destroy();
  }
}
