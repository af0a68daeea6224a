import assert from 'node:assert/strict';
import { type CheckVerdict, fleetProblems } from '@myriad/contract';
import { systemClock as clock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { OpenStore } from '../../platform/database/open-database.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import type { AuditBook } from '../../platform/http/audit.ts';
import { createHttp } from '../../platform/http/create-http.ts';
import { httpMigrations } from '../../platform/http/migrations.ts';
import { createLog } from '../../platform/log/log.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { createSecrets } from '../../platform/secrets/create-secrets.ts';
import { keyRing, newKey } from '../../platform/secrets/key-ring.ts';
import { secretMigrations } from '../../platform/secrets/migrations.ts';
import { createValueCodec } from '../../platform/secrets/value-codec.ts';
import { authMigrations } from '../auth/index.ts';
import { createMetadata, metadataMigrations, serveMetadata } from '../metadata/index.ts';
import { createPaths, pathMigrations, servePaths } from '../paths/index.ts';
import { hostMigrations, serveHosts } from './index.ts';
import { insertCheck } from './store.ts';

const migrations = [
  ...authMigrations,
  ...metadataMigrations,
  ...pathMigrations,
  ...hostMigrations,
  ...secretMigrations,
  ...httpMigrations,
];
const source = { kind: 'person', id: 'u1' } as const;
const people: Record<string, Actor> = {
  dba: { id: 'u1', name: 'alice', roles: ['dba'], via: 'token' },
  requester: { id: 'u2', name: 'bob', roles: ['requester'], via: 'token' },
};

async function setUp({ db }: OpenStore) {
  const audited: string[] = [];
  const write = (at: string, more: string) => audited.splice(Number(at), 1, `${audited[Number(at)]} ${more}`);
  const audit: AuditBook = {
    begin: async ({ action }) => String(audited.push(`${action} started`) - 1),
    note: async (_tx, at, { resource }) => void write(at, String(resource?.split('/')[0])),
    end: async (at, outcome) => void write(at, outcome),
  };
  const log = createLog({ level: 'error', write: () => {} });
  const keys = keyRing([newKey()]);
  const metadata = createMetadata({ clock });
  const secrets = createSecrets({ keys, clock, hide: () => undefined });
  const paths = createPaths({ db, clock, metadata, secrets });
  const { ways, access, close } = paths;
  const authenticate = async ({ value }: { value: string }) => people[value];
  const http = await createHttp({
    db,
    clock,
    log,
    codec: createValueCodec(keys),
    authenticate,
    audit,
    problems: [fleetProblems],
  });
  const tasks = {
    planTask: () => Promise.reject(new Error('no tasks here')),
    createTask: () => Promise.reject(new Error('no tasks here')),
  };
  serveHosts(http, { db, clock, metadata, secrets, ways, access, tasks });
  servePaths(http, paths);
  serveMetadata(http, {
    db,
    metadata,
    findPerson: async (_, id) => Object.values(people).find((one) => one.id === id),
  });
  const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, who?: string, payload?: object) => {
    const headers = who ? { authorization: `Bearer ${who}` } : {};
    const answer = await http.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.json() };
  };
  const addHost = (name: string, more: object = {}) =>
    inTransaction(db, (tx) =>
      metadata.addHost(
        tx,
        {
          name,
          address: '127.0.0.1',
          zone: 'z',
          baseDirectory: '/base',
          poolState: 'available',
          paths: [{ kind: 'local' }],
          ...more,
        },
        source,
      ),
    );
  const stop = async () => {
    await http.app.close();
    await close();
  };
  return { db, metadata, ask, addHost, audited, stop };
}

forEachStore(
  'every host endpoint refuses whom it must, with the reason, and says what may be done',
  async (store) => {
    const { ask, addHost, metadata, db, audited, stop } = await setUp(store);
    try {
      const { id } = await addHost('b');
      const jump = await addHost('a');
      const path = { kind: 'ssh', address: '127.0.0.1', port: 1, user: 'x', agent: false, jumps: [jump.id] };
      await addHost('c', { paths: [path] });
      const one = `/api/hosts/${id}`;
      for (const [method, url] of [
        ['GET', '/api/hosts'],
        ['GET', one],
        ['POST', '/api/hosts'],
        ['PATCH', one],
        ['POST', `${one}/check`],
        ['DELETE', one],
        ['POST', '/api/host-actions'],
        ['GET', '/api/host-account-script'],
      ] as const)
        assert.equal((await ask(method, url)).status, 401, `${method} ${url}`);
      for (const [method, url, body] of [
        ['PATCH', one, { zone: 'x' }],
        ['POST', `${one}/check`, {}],
        ['POST', `${one}/path-tests`, {}],
        ['DELETE', one, undefined],
        ['POST', '/api/host-checks', { hostIds: [id] }],
      ] as const) {
        const { status, body: problem } = await ask(method, url, 'requester', body);
        assert.deepEqual([status, problem.code], [403, 'NOT_AN_OPERATOR'], `${method} ${url}`);
      }
      const { body: page } = await ask('GET', '/api/hosts?limit=2', 'requester');
      assert.deepEqual(
        page.items.map(({ name }: { name: string }) => name),
        ['a', 'b'],
      );
      assert.equal(page.items[0].abilities.remove.because, 'NOT_AN_OPERATOR');
      assert.equal(page.abilities.register.because, 'NOT_AN_OPERATOR');
      const { body: rest } = await ask('GET', `/api/hosts?limit=2&cursor=${page.next}`, 'dba');
      assert.deepEqual([rest.items[0].name, rest.next], ['c', undefined]);
      assert.equal((await ask('GET', '/api/hosts/none', 'dba')).body.code, 'HOST_NOT_FOUND');
      const bad = await ask('POST', '/api/hosts', 'dba', { name: 'UPPER', address: '', ssh: { port: 0 } });
      assert.equal(bad.status, 400);
      assert.equal(bad.body.faults.length, 3);
      assert.equal((await ask('DELETE', `/api/hosts/${jump.id}`, 'dba')).body.code, 'HOST_IS_JUMP');
      const changed = await ask('PATCH', one, 'dba', { zone: 'east', outOfService: true });
      assert.deepEqual([changed.body.zone, changed.body.poolState], ['east', 'out-of-service']);
      assert.equal((await ask('PATCH', one, 'dba', { name: 'c' })).body.code, 'HOST_NAME_TAKEN');
      assert.equal((await ask('DELETE', one, 'dba')).status, 200);
      await assert.rejects(metadata.getHost(db, id), { code: 'HOST_NOT_FOUND' });
      assert.ok(audited.includes('host.remove started host'), audited.join('; '));
      assert.ok(audited.includes('host.remove started refused'), audited.join('; '));
    } finally {
      await stop();
    }
  },
  { migrations },
);

forEachStore(
  'who only asks for things learns of a host what it is, not how to get in',
  async (store) => {
    const { ask, addHost, metadata, db, stop } = await setUp(store);
    try {
      const path = { kind: 'ssh', address: '127.0.0.1', port: 1, user: 'deep-login', agent: false, jumps: [] };
      const { id } = await addHost('a', { paths: [path] });
      const facts = { user: 'deep-login', uid: 0, sudo: 'all', cpuCores: 4 };
      await inTransaction(db, (tx) =>
        metadata.recordFacts(
          tx,
          Object.entries(facts).map(([name, value]) => ({
            entity: 'host' as const,
            entityId: id,
            name,
            value,
            observedAt: 1,
            source,
          })),
        ),
      );
      const account: CheckVerdict = {
        item: 'account',
        verdict: 'pass',
        words: { en: 'Fine.', zh: '正常。' },
        measured: 'deep-login (0)',
      };
      await inTransaction(db, (tx) =>
        insertCheck(tx, { hostId: id, at: 1, passed: true, verdicts: [account] }, source),
      );
      for (const url of [`/api/hosts/${id}`, '/api/hosts']) {
        const of = async (who: string) => {
          const { body } = await ask('GET', url, who);
          return body.items?.[0] ?? body;
        };
        const whole = await of('dba');
        assert.deepEqual(
          [whole.paths.length, whole.facts, whole.check.verdicts[0].measured],
          [1, facts, 'deep-login (0)'],
        );
        const cut = await of('requester');
        assert.deepEqual(
          [cut.name, cut.paths, cut.facts, cut.check.verdicts[0].verdict],
          ['a', [], { cpuCores: 4 }, 'pass'],
        );
        assert.doesNotMatch(JSON.stringify(cut), /deep-login/);
      }
    } finally {
      await stop();
    }
  },
  { migrations },
);

forEachStore(
  'a host that carries an instance keeps its address and cannot be removed',
  async (store) => {
    const { ask, addHost, metadata, db, stop } = await setUp(store);
    try {
      const { id } = await addHost('a', { poolState: 'in-use' });
      const seat = {
        hostId: id,
        port: 3306,
        clusterId: null,
        flavor: 'mysql',
        version: '9.7.4',
        packageId: null,
        role: 'standalone',
        state: 'running',
        directory: '/base/3306',
        serverId: 1,
        maintenance: null,
      } as const;
      await inTransaction(db, (tx) => metadata.addInstance(tx, seat, source));
      const view = (await ask('GET', `/api/hosts/${id}`, 'dba')).body;
      assert.equal(view.abilities.remove.because, 'HOST_IN_USE');
      assert.equal(view.instances[0].name, 'a:3306');
      for (const [method, body] of [
        ['DELETE', undefined],
        ['PATCH', { address: '10.0.0.9' }],
      ] as const) {
        const { status, body: problem } = await ask(method, `/api/hosts/${id}`, 'dba', body);
        assert.deepEqual([status, problem.code], [409, 'HOST_IN_USE']);
        assert.match(problem.words.zh, /a:3306/);
      }
      assert.equal(
        (await ask('PATCH', `/api/hosts/${id}`, 'dba', { outOfService: true })).body.code,
        'HOST_POOL_STATE',
      );
    } finally {
      await stop();
    }
  },
  { migrations },
);

forEachStore(
  'applications are added by those who operate, and every change can be read page by page',
  async (store) => {
    const { ask, addHost, stop } = await setUp(store);
    try {
      const shop = { name: 'shop', businessLine: 'retail', owner: 'li', level: 'core' };
      assert.equal((await ask('POST', '/api/applications', 'requester', shop)).body.code, 'NOT_AN_OPERATOR');
      assert.equal((await ask('POST', '/api/applications', 'dba', shop)).status, 200);
      assert.equal((await ask('POST', '/api/applications', 'dba', shop)).body.code, 'APPLICATION_NAME_TAKEN');
      await ask('POST', '/api/applications', 'dba', { ...shop, name: 'bank' });
      const names = (await ask('GET', '/api/applications', 'requester')).body.items.map(
        (a: { name: string }) => a.name,
      );
      assert.deepEqual(names, ['bank', 'shop']);
      const first = (await ask('GET', '/api/changes?limit=1', 'dba')).body;
      const second = (await ask('GET', `/api/changes?limit=1&cursor=${first.next}`, 'dba')).body;
      assert.deepEqual([first.items[0].value.name, second.items[0].value.name], ['bank', 'shop']);
      assert.deepEqual([second.items[0].name, second.items[0].source, second.next], ['created', 'person', undefined]);
      assert.equal(second.items[0].sourceName, 'alice', 'a person is named');
      await addHost('db-1');
      const seenBy = async (role: 'dba' | 'requester') =>
        (await ask('GET', '/api/changes?entity=host', role)).body.items[0].value;
      assert.equal((await seenBy('dba')).name, 'db-1');
      assert.equal(await seenBy('requester'), null, 'who only asks is shown how to get into a host');
    } finally {
      await stop();
    }
  },
  { migrations },
);
