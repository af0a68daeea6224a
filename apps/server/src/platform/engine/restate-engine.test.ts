import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createLog } from '../log/log.ts';
import { keyRing } from '../secrets/key-ring.ts';
import { createValueCodec } from '../secrets/value-codec.ts';
import type { Drive } from './engine.ts';
import { loadIdentity } from './restate/identity.ts';
import { callEngine, registerDeployment, sendToObject, whenReady } from './restate/restate-client.ts';
import { endOrphan, startRestateServer } from './restate/restate-server.ts';
import { beganAt } from './restate/running-process.ts';
import { objectKey, serveTaskEndpoint, taskService } from './restate/task-endpoint.ts';
import { embeddedRestateEngine } from './restate-engine.ts';

const lines: string[] = [];
const log = createLog({ level: 'debug', write: (line) => void lines.push(line) });
const codec = createValueCodec(keyRing([{ id: 'k1', key: randomBytes(32) }]), 'engine');

async function until<T>(look: () => T | undefined | false | Promise<T | undefined | false>, what: string): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`never: ${what}\n${lines.slice(-20).join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function setUp(context: TestContext, drive: Drive) {
  const folder = await mkdtemp(join(tmpdir(), 'my-eng-'));
  let returned = 0;
  const options = { folder: join(folder, 'engine'), keyFolder: folder, codec, now: Date.now, log };
  const engine = embeddedRestateEngine(options)({
    drive,
    onReturned: async () => {
      returned += 1;
    },
  });
  context.after(async () => {
    await engine.stop();
    await endOrphan(join(folder, 'engine'), log);
    await rm(folder, { recursive: true, force: true });
  });
  const pid = async () => JSON.parse(await readFile(join(folder, 'engine/engine.pid'), 'utf8')).pid as number;
  return { folder, engine, pid, returned: () => returned };
}

test('a woken task is driven, once per key, again at the time it asks for, and never twice at once', async (context) => {
  const drives: { id: string; at: number }[] = [];
  let now = 0;
  let most = 0;
  const { engine } = await setUp(context, async (id) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 20));
    now -= 1;
    drives.push({ id, at: Date.now() });
    return id === 'slow' && drives.filter((drive) => drive.id === 'slow').length < 3
      ? { wakeAt: Date.now() + 300 }
      : 'ended';
  });
  await engine.start();
  await engine.wake('slow', { idempotencyKey: 'one' });
  await engine.wake('slow', { idempotencyKey: 'one' });
  await until(() => drives.length >= 3, 'three drives');
  const [first, second] = drives;
  assert.ok(first && second && second.at - first.at >= 290, 'waited its time');
  assert.equal(most, 1);
  const at = Date.now() + 200;
  await engine.wake('later', { idempotencyKey: 'two', at });
  const later = await until(() => drives.find(({ id }) => id === 'later'), 'the later drive');
  assert.ok(later.at >= at);
  assert.equal(drives.filter(({ id }) => id === 'slow').length, 3);
});

test('a killed engine is started again, and whoever knows the open tasks is told', async (context) => {
  const drives: string[] = [];
  const s = await setUp(context, async (id) => {
    drives.push(id);
    return 'ended';
  });
  await s.engine.start();
  const pid = await s.pid();
  process.kill(pid, 'SIGKILL');
  await until(() => s.returned() === 1, 'the engine to return');
  assert.notEqual(await s.pid(), pid);
  await s.engine.wake('after', { idempotencyKey: 'x' });
  await until(() => drives.includes('after'), 'the drive after the kill');
});

test('an engine whose folder is deleted is started on a fresh one and registered again', async (context) => {
  const drives: string[] = [];
  const s = await setUp(context, async (id) => {
    drives.push(id);
    return 'ended';
  });
  await s.engine.start();
  await rm(join(s.folder, 'engine/data'), { recursive: true, force: true });
  await until(() => s.returned() === 1, 'the engine to return');
  await s.engine.wake('after', { idempotencyKey: 'x' });
  await until(() => drives.includes('after'), 'the drive after the loss');
});

test('a folder that came back without what lay in it is no engine’s folder', async (context) => {
  const s = await setUp(context, async () => 'ended');
  await s.engine.start();
  const pid = await s.pid();
  const data = join(s.folder, 'engine/data');
  await rename(data, `${data}-lost`);
  await mkdir(join(data, 'n1/db'), { recursive: true });
  await until(() => s.returned() === 1, 'the engine to return');
  assert.notEqual(await s.pid(), pid);
});

/** An earlier life of the server, killed: its engine still runs and nobody watches it. */
async function orphanOf(folder: string) {
  const { file } = loadIdentity(folder);
  return startRestateServer({ folder: join(folder, 'engine'), identityFile: file, log });
}

test('an orphan of a killed server is ended by the next start, whether or not its pid was written down', async (context) => {
  const s = await setUp(context, async () => 'ended');
  const orphan = await orphanOf(s.folder);
  await rm(join(s.folder, 'engine/engine.pid'));
  await s.engine.start();
  assert.equal(beganAt(orphan.pid), undefined);
  assert.notEqual(await s.pid(), orphan.pid);
});

test('what an earlier life left in the engine is forgotten at start and does not hold up its tasks', async (context) => {
  const drives: string[] = [];
  const drive: Drive = async (id) => {
    drives.push(id);
    return 'ended';
  };
  const s = await setUp(context, drive);
  const orphan = await orphanOf(s.folder);
  const { publicKey } = loadIdentity(s.folder);
  const begun = Promise.withResolvers<void>();
  const endpoint = await serveTaskEndpoint({
    drive: () => {
      begun.resolve();
      return new Promise(() => {});
    },
    now: Date.now,
    codec,
    identityKeys: [publicKey],
    host: '127.0.0.1',
    port: 0,
    log,
  });
  await whenReady(() => registerDeployment(orphan.addresses, `http://127.0.0.1:${endpoint.port}/r/old`), 20_000);
  const send = { service: taskService, key: 't', handler: 'drive', delayMilliseconds: 0, idempotencyKey: 'x' };
  await sendToObject(orphan.addresses, { ...send, body: codec.encode(new Uint8Array()) });
  await begun.promise;
  await endpoint.close();
  await s.engine.start();
  await s.engine.wake('t', { idempotencyKey: 'y' });
  await until(() => drives.length === 1, 'the drive by the next life');
});

test('a call of an earlier life that was overlooked does not hold up its task', async (context) => {
  const drives: string[] = [];
  const s = await setUp(context, (id) => {
    drives.push(id);
    return drives.length === 1 ? new Promise(() => {}) : Promise.resolve('ended');
  });
  await s.engine.start();
  const at = (name: string) => ({ socketPath: join(s.folder, `engine/data/n1/${name}.sock`) });
  const earlier = { service: taskService, key: objectKey('t', 'earlier'), handler: 'drive', delayMilliseconds: 0 };
  await sendToObject(
    { admin: at('admin'), ingress: at('ingress') },
    { ...earlier, idempotencyKey: 'x', body: codec.encode(new Uint8Array()) },
  );
  await until(() => drives.length === 1, 'the call of the earlier life');
  await s.engine.wake('t', { idempotencyKey: 'y' });
  await until(() => drives.length === 2, 'the call of this life');
  assert.deepEqual(drives, ['t', 't']);
});

test('the engine opens no port and keeps its files private; our endpoint refuses calls it did not sign', async (context) => {
  const s = await setUp(context, async () => 'ended');
  await s.engine.start();
  const admin = { socketPath: join(s.folder, 'engine/data/n1/admin.sock') };
  const answer = await callEngine(admin, { method: 'GET', path: '/deployments' });
  const { uri } = (JSON.parse(answer) as { deployments: { uri: string }[] }).deployments[0] ?? { uri: '' };
  const { connect } = await import('node:http2');
  const session = connect(new URL(uri).origin);
  const status = await new Promise((resolve, reject) => {
    session.on('error', reject);
    const stream = session.request({ ':path': '/r/dev/invoke/myriad_task/drive', ':method': 'POST' });
    stream.on('response', (headers) => resolve(headers[':status']));
    stream.on('error', reject);
    stream.end();
  });
  session.destroy();
  assert.equal(status, 401);
  assert.equal((await stat(join(s.folder, 'engine-identity.pem'))).mode & 0o777, 0o600);
  assert.equal((await stat(join(s.folder, 'engine/data'))).mode & 0o077, 0);
  const listening = (await readFile('/proc/net/tcp', 'utf8')).split('\n').map((line) => line.trim().split(/\s+/));
  const inodes = new Set(listening.filter((fields) => fields[3] === '0A').map((fields) => fields[9]));
  const { readdir, readlink } = await import('node:fs/promises');
  const pid = await s.pid();
  for (const fd of await readdir(`/proc/${pid}/fd`)) {
    const target = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '');
    assert.ok(!inodes.has(/^socket:\[(\d+)\]$/.exec(target)?.[1]), 'the engine listens on no TCP port');
  }
  assert.ok(existsSync(admin.socketPath));
});
