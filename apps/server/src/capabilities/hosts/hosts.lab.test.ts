import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { HostForm } from '@myriad/contract';
import { freePort, type LabHost, type LabHosts, LabUnavailable, startLabHosts } from '@myriad/lab';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { type OpenStore, openDatabase } from '../../platform/database/open-database.ts';
import { inProcessEngine } from '../../platform/engine/in-process-engine.ts';
import { createLog } from '../../platform/log/log.ts';
import { outboxMigrations } from '../../platform/outbox/migrations.ts';
import { createOutbox } from '../../platform/outbox/outbox.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { createSecrets } from '../../platform/secrets/create-secrets.ts';
import { keyRing, newKey } from '../../platform/secrets/key-ring.ts';
import { secretMigrations } from '../../platform/secrets/migrations.ts';
import { createMetadata, metadataMigrations } from '../metadata/index.ts';
import { createPaths, pathMigrations } from '../paths/index.ts';
import { createTasks, decideTask, taskMigrations } from '../tasks/index.ts';
import { viewTask } from '../tasks/view-task.ts';
import { changeHost } from './change-host.ts';
import { checkHost } from './check-host.ts';
import { hostTasks } from './index.ts';
import { hostMigrations } from './migrations.ts';
import { registerHost } from './register-host.ts';
import { removeHost } from './remove-host.ts';
import { startHostTask } from './start-host-task.ts';
import { viewHost } from './view-host.ts';

const dba: Actor = { id: 'u1', name: 'alice', roles: ['dba'], via: 'session' };
const requester: Actor = { id: 'u2', name: 'bob', roles: ['requester'], via: 'session' };
const note = async () => {};
const clock = { now: () => Date.now() };

let lab: LabHosts | undefined;
let missing: string | undefined;
let folder: string;
let store: OpenStore;
let closers: (() => Promise<void>)[] = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myriad-hosts-'));
  try {
    lab = await startLabHosts({ count: 3, folder: join(folder, 'lab') });
  } catch (error) {
    if (!(error instanceof LabUnavailable)) throw error;
    missing = error.message;
  }
  const migrations = [
    ...metadataMigrations,
    ...pathMigrations,
    ...hostMigrations,
    ...secretMigrations,
    ...outboxMigrations,
    ...taskMigrations,
  ];
  store = await openDatabase({ store: { file: join(folder, 'store.db') }, migrations });
});
after(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
  await store?.close();
  await lab?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

function setUp() {
  const { db } = store;
  const metadata = createMetadata({ clock });
  const secrets = createSecrets({ keys: keyRing([newKey()]), clock, hide: () => undefined });
  const { ways, access, close } = createPaths({ db, clock, metadata, secrets });
  closers.push(close);
  return { db, clock, metadata, secrets, ways, access };
}

const hostAt = (at: number): LabHost => {
  const host = lab?.hosts[at];
  if (!host) throw new Error(`no lab host ${at}`);
  return host;
};
const formFor = (host: LabHost, more: { name?: string; ssh?: object; baseDirectory?: string } = {}) =>
  HostForm.parse({
    name: more.name ?? host.name,
    address: host.address,
    baseDirectory: more.baseDirectory ?? `${host.root}/myriad`,
    ssh: {
      port: host.sshPort,
      user: host.user,
      privateKey: host.privateKey,
      hostKey: host.hostKeyFingerprint,
      ...more.ssh,
    },
  });
const rowsOf = async () => {
  const counts: Record<string, number> = {};
  for (const table of ['host', 'secret', 'fact', 'metadata_change', 'host_check'] as const)
    counts[table] = (await store.db.selectFrom(table).selectAll().execute()).length;
  return counts;
};
const labTest = (name: string, body: () => Promise<void>) =>
  test(name, async (context) => {
    if (missing) return context.skip(missing);
    await body();
  });

labTest(
  'whatever keeps a host from being registered leaves nothing behind, and is named with a next move',
  async () => {
    const parts = setUp();
    const host = hostAt(0);
    const nothing = await rowsOf();
    const port = await freePort();
    const otherKey = 'SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const refusals: [string, object, RegExp][] = [
      ['HOST_KEY_UNCONFIRMED', { hostKey: undefined }, new RegExp(host.hostKeyFingerprint.replace(/[+/]/g, '\\$&'))],
      ['HOST_KEY_CHANGED', { hostKey: otherKey }, new RegExp(host.hostKeyFingerprint.replace(/[+/]/g, '\\$&'))],
      ['HOST_LOGIN_REFUSED', { user: 'nobody-such' }, /nobody-such/],
      ['HOST_LOGIN_REFUSED', { privateKey: 'not a key' }, new RegExp(host.user)],
      ['HOST_UNREACHABLE', { port }, new RegExp(`:${port}`)],
      ['HOST_CREDENTIAL_MISSING', { privateKey: undefined }, /:/],
    ];
    for (const [code, ssh, names] of refusals) {
      const refused = registerHost(parts, dba, formFor(host, { ssh }), note);
      await assert.rejects(refused, (error: { code: string; values: object }) => {
        assert.equal(error.code, code, JSON.stringify(error));
        assert.match(JSON.stringify(error.values), names);
        assert.doesNotMatch(JSON.stringify(error.values), /PRIVATE KEY/);
        return true;
      });
    }
    await assert.rejects(registerHost(parts, requester, formFor(host), note), { code: 'NOT_AN_OPERATOR' });
    assert.deepEqual(await rowsOf(), nothing);
    assert.deepEqual(await parts.ways.listHostKeys(parts.db), []);
  },
);

labTest('a confirmed host is stored, its key in the box, and the check judges what is really there', async () => {
  const parts = setUp();
  const host = hostAt(0);
  const added = await registerHost(parts, dba, formFor(host), note);
  const fresh = await viewHost(parts, dba, added.id);
  assert.equal(fresh.poolState, 'unchecked');
  assert.equal(fresh.hostKeys[0]?.fingerprint, host.hostKeyFingerprint);
  assert.doesNotMatch(JSON.stringify(fresh), /PRIVATE KEY/);
  await assert.rejects(registerHost(parts, dba, formFor(host), note), { code: 'HOST_NAME_TAKEN' });
  const again = registerHost(parts, dba, formFor(host, { name: 'other-name' }), note);
  await assert.rejects(again, { code: 'HOST_ALREADY_REGISTERED' });

  const checked = await checkHost(parts, dba, added.id, note);
  const view = await viewHost(parts, dba, added.id);
  const verdicts = new Map(view.check?.verdicts.map((verdict) => [verdict.item, verdict]));
  const failures = [...verdicts.values()].filter(({ verdict }) => verdict === 'fail');
  assert.deepEqual(failures, []);
  assert.equal(checked.poolState, 'available');
  for (const item of ['architecture', 'memory', 'base-directory', 'free-space', 'libc', 'clock', 'tools'])
    assert.notEqual(verdicts.get(item)?.verdict, 'unknown', item);
  // On one machine both clocks are the same one.
  assert.equal(verdicts.get('clock')?.verdict, 'pass', verdicts.get('clock')?.measured);
  assert.match(verdicts.get('disk-write')?.measured ?? '', /MiB\/s/);
  assert.match(verdicts.get('disk-fsync')?.measured ?? '', /ms/);
  assert.equal(view.facts.user, host.user);
  assert.ok(Number(view.facts.memoryBytes) > 0);
  assert.deepEqual(
    (await readdir(host.folder)).filter((name) => !name.startsWith('.')),
    [],
    'the sample left something behind',
  );
  await removeHost(parts, dba, added.id, note);
  assert.equal(await parts.metadata.findHostByName(parts.db, host.name), undefined);
  assert.deepEqual(await parts.ways.listHostKeys(parts.db), []);
  assert.equal((await store.db.selectFrom('secret').selectAll().execute()).length, 0);
});

labTest('a host whose base directory is refused fails its check and cannot be reserved', async () => {
  const parts = setUp();
  const host = hostAt(1);
  const added = await registerHost(parts, dba, formFor(host, { name: 'refused', baseDirectory: '/proc/myriad' }), note);
  const { poolState } = await checkHost(parts, dba, added.id, note);
  const view = await viewHost(parts, dba, added.id);
  assert.equal(poolState, 'failed-check');
  assert.ok(view.check?.verdicts.some(({ item, verdict }) => item === 'base-directory' && verdict === 'fail'));
  // Corrected by a person, checked again: it enters the pool.
  await mkdir(join(host.folder, 'base'));
  await changeHost(parts, dba, added.id, { baseDirectory: `${host.root}/mine` }, note);
  assert.equal((await checkHost(parts, dba, added.id, note)).poolState, 'available');
  await removeHost(parts, dba, added.id, note);
});

labTest('a changed login is tried before it is stored', async () => {
  const parts = setUp();
  const host = hostAt(1);
  const added = await registerHost(parts, dba, formFor(host, { name: 'relogin' }), note);
  const { ssh } = formFor(host, { ssh: { user: 'nobody-such' } });
  await assert.rejects(changeHost(parts, dba, added.id, { ssh, zone: 'east' }, note), { code: 'HOST_LOGIN_REFUSED' });
  assert.deepEqual(await parts.metadata.getHost(parts.db, added.id), added);
  await changeHost(parts, dba, added.id, { ssh: formFor(host).ssh, zone: 'east' }, note);
  assert.equal((await store.db.selectFrom('secret').selectAll().execute()).length, 1, 'the old key is gone');
  assert.equal((await checkHost(parts, dba, added.id, note)).zone, 'east');
  await removeHost(parts, dba, added.id, note);
});

labTest('a host that shows another key than the confirmed one is not spoken to, and its state stays', async () => {
  const parts = setUp();
  const host = hostAt(1);
  const added = await registerHost(parts, dba, formFor(host, { name: 'rekeyed' }), note);
  const endpoint = `${host.address}:${host.sshPort}`;
  await inTransaction(parts.db, async (tx) => {
    await parts.ways.forgetHostKeys(tx, [endpoint]);
    await parts.ways.acceptHostKey(tx, endpoint, 'SHA256:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB');
  });
  await assert.rejects(
    checkHost(parts, dba, added.id, note),
    (error: { code: string; values: { fingerprint: string } }) => {
      assert.deepEqual([error.code, error.values.fingerprint], ['HOST_KEY_CHANGED', host.hostKeyFingerprint]);
      return true;
    },
  );
  assert.equal((await viewHost(parts, dba, added.id)).check, undefined);
  // A person confirms the new key by giving the login again with it.
  await changeHost(parts, dba, added.id, { ssh: formFor(host).ssh }, note);
  assert.equal((await checkHost(parts, dba, added.id, note)).poolState, 'available');
  await removeHost(parts, dba, added.id, note);
});

labTest('an action on many hosts: one that is down stops nobody, and a retry runs only what failed', async () => {
  const parts = setUp();
  const { db } = parts;
  const log = createLog({ level: 'error', write: () => {} });
  const outbox = createOutbox({ db, clock, log });
  const tasks = createTasks({
    db,
    clock,
    log,
    outbox,
    tasks: hostTasks,
    ports: parts,
    engine: inProcessEngine({ now: clock.now, log }),
  });
  await tasks.start();
  outbox.start(tasks.outboxHandlers);
  closers.push(async () => {
    await tasks.stop();
    await outbox.stop();
  });
  const until = async (id: string, state: string) => {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const view = await viewTask(tasks.parts, dba, id);
      if (view.state === state) return view;
      if (Date.now() > deadline) throw new Error(`${view.state}: ${JSON.stringify(view.steps)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const hosts = [];
  for (const at of [0, 1, 2]) hosts.push(await registerHost(parts, dba, formFor(hostAt(at)), note));
  const hostIds = hosts.map(({ id }) => id);
  const start = (input: object) => startHostTask({ ...parts, tasks }, dba, 'hosts.run-action', input, note);
  await assert.rejects(start({ hostIds, action: 'format-disk' }), { code: 'HOST_ACTION_UNKNOWN' });
  await hostAt(1).kill();
  const { taskId } = await start({ hostIds, action: 'read-host-load' });
  const paused = await until(taskId, 'paused');
  assert.deepEqual(
    paused.steps.map(({ state }) => state),
    ['done', 'failed', 'done'],
  );
  assert.match(paused.steps[1]?.error?.words.en ?? '', new RegExp(hostAt(1).name));
  await hostAt(1).start();
  await decideTask(tasks.parts, dba, taskId, { decision: 'retry' }, note);
  const done = await until(taskId, 'done');
  assert.deepEqual(
    done.steps.map(({ attempt }) => attempt),
    [1, 2, 1],
  );
  const check = await startHostTask({ ...parts, tasks }, dba, 'hosts.check', { hostIds, diskSample: false }, note);
  await until(check.taskId, 'done');
  for (const id of hostIds) assert.equal((await parts.metadata.getHost(db, id)).poolState, 'available');
  const log1 = await inTransaction(db, (tx) =>
    parts.metadata.listChanges(tx, { entity: 'host', entityId: hostIds[0], limit: 100 }),
  );
  assert.ok(
    log1.some(({ field, source }) => field === 'poolState' && source.kind === 'task' && source.id === check.taskId),
  );
});
