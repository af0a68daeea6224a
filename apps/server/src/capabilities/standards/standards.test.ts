import assert from 'node:assert/strict';
import { fleetProblems, standardProblems } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore, type TestStore } from '../../platform/database/testing.ts';
import { createEvents } from '../../platform/events/events.ts';
import { httpMigrations } from '../../platform/http/migrations.ts';
import { createLog } from '../../platform/log/log.ts';
import { authMigrations } from '../auth/index.ts';
import { createTestHttp } from '../auth/testing.ts';
import { createFindings, findingMigrations } from '../findings/index.ts';
import { createMetadata, metadataMigrations, selectClusterIds, selectNames } from '../metadata/index.ts';
import { sweepMigrations } from '../sweeps/index.ts';
import { createStandards, serveStandards, standardFindings, standardMigrations } from './index.ts';
import { judgeCluster } from './judge-cluster.ts';
import { packSettings } from './look/pack-settings.ts';
import { shipStandard } from './ship-standard.ts';
import { shippedRules } from './shipped/index.ts';
import { putSettings } from './store/settings.ts';

const options = {
  migrations: [
    ...httpMigrations,
    ...authMigrations,
    ...metadataMigrations,
    ...findingMigrations,
    ...sweepMigrations,
    ...standardMigrations,
  ],
};
const day = 24 * 3_600_000;
const source = { kind: 'person', id: 'u' } as const;

async function setUp({ db }: TestStore) {
  let now = Date.parse('2026-03-01T00:00:00Z');
  const clock = { now: () => now };
  const log = createLog({ write: () => {} });
  const metadata = createMetadata({ clock });
  const findings = createFindings({
    ...{ db, clock, events: createEvents(log), catalogue: standardFindings },
    things: { names: selectNames, clusterIdsOf: selectClusterIds },
  });
  const planned: unknown[] = [];
  const standards = createStandards({
    ...{ db, clock, log, metadata, findings },
    tasks: {
      planTask: async (kind, input) => {
        planned.push([kind, input]);
        return {} as never;
      },
      createTask: async () => ({ id: 't-1' }),
    },
  });
  const http = await createTestHttp({ db, clock, problems: [standardProblems, fleetProblems] });
  serveStandards(http.http, standards);
  await shipStandard({ db, clock });
  const { clusterId, instanceId } = await inTransaction(db, async (tx) => {
    const host = await metadata.addHost(
      tx,
      { name: 'h', address: '10.0.0.1', zone: 'z', baseDirectory: '/b', poolState: 'in-use', paths: [] },
      source,
    );
    const cluster = await metadata.addCluster(
      tx,
      {
        ...{ name: 'orders', flavor: 'mysql', version: '8.4.3', topology: 'single', applicationId: null },
        ...{ environment: 'test', state: 'running', fixed: {}, maintenance: null },
      },
      source,
    );
    const instance = await metadata.addInstance(
      tx,
      {
        ...{ hostId: host.id, port: 3306, clusterId: cluster.id, flavor: 'mysql', version: '8.4.3', packageId: null },
        ...{ role: 'standalone', state: 'running', directory: '/b/i', serverId: 1, maintenance: null },
      },
      source,
    );
    return { clusterId: cluster.id, instanceId: instance.id };
  });
  const none = { ok: false, refused: 'denied' } as const;
  const look = async (variables: Record<string, string>) => {
    const packed = await packSettings({
      readAt: now,
      portrait: { variables: { ok: true, value: variables }, accounts: none, emptyPasswords: none, schemas: none },
      ...{ file: none, persisted: { ok: true, value: {} } },
    });
    await inTransaction(db, (tx) => putSettings(tx, instanceId, now, packed));
    return judgeCluster({ db, clock, metadata, findings }, clusterId);
  };
  const open = async () =>
    (await db.selectFrom('finding').select(['code', 'about']).where('closed_at', 'is', null).execute())
      .map(({ code, about }) => `${code} ${about}`)
      .sort();
  return {
    ...http,
    standards,
    clusterId,
    instanceId,
    look,
    open,
    planned,
    pass: (by: number) => {
      now += by;
    },
    now: () => now,
  };
}
type Lab = Awaited<ReturnType<typeof setUp>>;

const told = (name: string, body: (lab: Lab, store: TestStore) => Promise<void>) =>
  forEachStore(
    name,
    async (store) => {
      const lab = await setUp(store);
      try {
        await body(lab, store);
      } finally {
        await lab.standards.stop();
        await lab.close();
      }
    },
    options,
  );

told('what differs is found, an exception closes it for its time, and past its end it counts again', async (lab) => {
  const { clusterId } = lab;
  await lab.look({ sync_binlog: '0', innodb_flush_log_at_trx_commit: '1' });
  assert.deepEqual(await lab.open(), ['STANDARD_PARAMETER binlog-flushed']);
  const of = async () => (await lab.call('dba', 'GET', `/api/compliance/clusters/${clusterId}`)).body;
  const first = await of();
  assert.equal(first.cluster.total.differs, 1);
  assert.ok(first.cluster.total.unknown > 0 && first.cluster.percent < 100);
  assert.deepEqual(first.back, [
    { instanceId: lab.instanceId, name: 'h:3306', settings: ['sync_binlog = 1'], restart: 0 },
  ]);
  const body = {
    ...{ rule: 'binlog-flushed', scope: { kind: 'cluster', id: clusterId }, owner: 'team-a' },
    ...{ reason: 'bulk load', until: lab.now() + day },
  };
  const made = await lab.call('dba', 'POST', '/api/standard-exceptions', body);
  assert.equal(made.status, 200, JSON.stringify(made.body));
  assert.deepEqual([made.body.state, made.body.scopeName, made.body.by], ['open', 'orders', 'dba']);
  assert.deepEqual(await lab.open(), []);
  assert.equal((await lab.call('dba', 'POST', '/api/standard-exceptions', body)).body.code, 'EXCEPTION_EXISTS');
  // Its end comes by itself.
  lab.pass(day);
  lab.standards.keeper.start();
  await lab.standards.keeper.refresh();
  assert.deepEqual(await lab.open(), ['STANDARD_PARAMETER binlog-flushed']);
  const [over] = (await lab.call('requester', 'GET', '/api/standard-exceptions?state=over')).body.items;
  assert.deepEqual([over.state, over.abilities.end.allowed], ['over', false]);
  assert.equal((await lab.call('dba', 'DELETE', `/api/standard-exceptions/${over.id}`)).body.code, 'EXCEPTION_ENDED');
  const { history } = await of();
  assert.deepEqual(
    history.map(({ differs, excepted }: { differs: number; excepted: number }) => [differs, excepted]),
    [
      [1, 0],
      [0, 1],
      [1, 0],
    ],
  );
  // Mended: the finding closes, and the same numbers twice are one row.
  await lab.look({ sync_binlog: '1', innodb_flush_log_at_trx_commit: '1' });
  await lab.look({ sync_binlog: '1', innodb_flush_log_at_trx_commit: '1' });
  assert.deepEqual(await lab.open(), []);
  assert.equal((await of()).history.length, 4);
});

told(
  'versions stay, the newest holds unless said otherwise, and nobody overwrites what they did not see',
  async (lab) => {
    const { clusterId } = lab;
    await lab.look({ sync_binlog: '0' });
    const { items } = (await lab.call('requester', 'GET', '/api/standards')).body;
    const [{ id, name, versions }] = items;
    assert.deepEqual(
      [name, versions.length, versions[0].rules, items[0].abilities.publish.allowed],
      ['Myriad', 1, shippedRules.length, false],
    );
    const rules = shippedRules.filter(({ code }) => code === 'redo-flushed');
    const publish = (from: number) =>
      lab.call('dba', 'POST', `/api/standards/${id}/versions`, { from, note: 'only one', rules });
    const published = await publish(1);
    assert.deepEqual(
      published.body.versions.map(({ version, publishedBy }: { version: number; publishedBy?: string }) => [
        version,
        publishedBy,
      ]),
      [
        [2, 'dba'],
        [1, undefined],
      ],
    );
    assert.equal((await publish(1)).body.code, 'STANDARD_MOVED_ON');
    assert.equal(
      (await lab.call('requester', 'GET', `/api/standards/${id}/versions/1`)).body.rules.length,
      shippedRules.length,
    );
    lab.standards.keeper.start();
    await lab.standards.keeper.refresh();
    const inForce = async () => (await lab.call('dba', 'GET', `/api/compliance/clusters/${clusterId}`)).body.cluster;
    assert.deepEqual([(await inForce()).version, await lab.open()], [2, []]);
    // A cluster before its environment before everybody.
    const use = (scope: object, to: object | null) => lab.call('dba', 'PUT', '/api/standard-uses', { scope, use: to });
    await use({ kind: 'all' }, { standardId: id, version: 2 });
    await use({ kind: 'environment', id: 'test' }, { standardId: id, version: 1 });
    await lab.standards.keeper.refresh();
    assert.equal((await inForce()).version, 1);
    const own = await lab.call('dba', 'POST', '/api/standards', { name: 'ours', note: 'own', rules });
    const said = await use({ kind: 'cluster', id: clusterId }, { standardId: own.body.id });
    assert.equal(said.body.uses.length, 3);
    await lab.standards.keeper.refresh();
    assert.deepEqual([(await inForce()).standardName, (await inForce()).version], ['ours', 1]);
    await use({ kind: 'cluster', id: clusterId }, null);
    await lab.standards.keeper.refresh();
    assert.equal((await inForce()).standardName, 'Myriad');
    // What people published is not published again by an upgrade.
    assert.equal(await shipStandard(lab.standards.parts), false);
  },
);

told('who is not signed in or may not is refused, and ten wrong inputs stand at their places', async (lab) => {
  const { clusterId } = lab;
  const rules = shippedRules.slice(0, 2);
  const { items } = (await lab.call('dba', 'GET', '/api/standards')).body;
  const [{ id }] = items;
  const except = (more: object) => ({
    ...{ rule: 'binlog-flushed', scope: { kind: 'cluster', id: clusterId }, owner: 'a', reason: 'because' },
    ...{ until: lab.now() + day, ...more },
  });
  const writes: readonly (readonly [string, string, object])[] = [
    ['POST', '/api/standards', { name: 'x', note: 'n', rules }],
    ['POST', `/api/standards/${id}/versions`, { from: 1, note: 'n', rules }],
    ['PUT', '/api/standard-uses', { scope: { kind: 'all' }, use: null }],
    ['POST', '/api/compliance/checks', { clusterIds: [clusterId] }],
    ['POST', '/api/standard-exceptions', except({})],
    ['DELETE', '/api/standard-exceptions/nope', {}],
  ];
  for (const [method, url, body] of writes) {
    assert.equal((await lab.call('nobody', method, url, body)).body.code, 'NOT_SIGNED_IN', url);
    assert.equal((await lab.call('requester', method, url, body)).body.code, 'NOT_AN_OPERATOR', url);
  }
  for (const url of [`/api/compliance/clusters/${clusterId}`, '/api/compliance/drift'])
    assert.equal((await lab.call('requester', 'GET', url)).body.code, 'NOT_AN_OPERATOR', url);
  assert.equal(
    (await lab.call('dba', 'POST', '/api/compliance/checks', { clusterIds: [clusterId] })).body.taskId,
    't-1',
  );
  assert.deepEqual(lab.planned, [['standards.check', { clusterIds: [clusterId] }]]);

  const wrongExceptions: readonly (readonly [object, RegExp])[] = [
    [{ rule: 'no-such-rule' }, /STANDARD_RULE_UNKNOWN/],
    [{ rule: '' }, /"body.rule"|rule/],
    [{ scope: { kind: 'cluster', id: 'nobody' } }, /CLUSTER_NOT_FOUND/],
    [{ scope: { kind: 'instance', id: 'nobody' } }, /INSTANCE_NOT_FOUND/],
    [{ scope: { kind: 'fleet', id: 'x' } }, /scope/],
    [{ scope: 'everything' }, /scope/],
    [{ owner: '   ' }, /owner/],
    [{ reason: 'x' }, /reason/],
    [{ until: lab.now() - 1 }, /EXCEPTION_END/],
    [{ until: lab.now() + 400 * day }, /EXCEPTION_END/],
    [{ until: 'tomorrow' }, /until/],
    [{ note: 'unknown field' }, /note/],
  ];
  for (const [more, says] of wrongExceptions) {
    const { status, body } = await lab.call('dba', 'POST', '/api/standard-exceptions', except(more));
    assert.ok(
      status >= 400 && status < 500 && says.test(JSON.stringify([body.code, body.faults])),
      JSON.stringify([more, body]),
    );
  }
  const rule = rules[0];
  const wrongRules: readonly (readonly [unknown, RegExp])[] = [
    [[], /rules/],
    ['x', /rules/],
    [[rule, rule], /redo-flushed/],
    [[{ ...rule, code: 'Not A Code' }], /code/],
    [[{ ...rule, kind: 'mood' }], /kind/],
    [[{ ...rule, grade: 'terrible' }], /grade/],
    [[{ ...rule, want: { is: '1', atLeast: '2' } }], /want/],
    [[{ ...rule, parameters: [] }], /parameters/],
    [[{ ...rule, want: { matches: '(' } }], /want/],
    [[{ ...rule, why: { en: 'only English' } }], /zh/],
    [[{ ...rule, applies: { from: 'eight' } }], /from/],
    [[{ ...rule, extra: 1 }], /extra/],
  ];
  for (const [list, says] of wrongRules) {
    const { status, body } = await lab.call('dba', 'POST', `/api/standards/${id}/versions`, {
      from: 1,
      note: 'n',
      rules: list,
    });
    assert.ok(status === 400 && says.test(JSON.stringify(body.faults)), JSON.stringify([list, body]));
  }
  const naming = {
    kind: 'naming',
    code: 'slow-pattern',
    title: rule?.title,
    why: rule?.why,
    grade: 'info',
    of: 'table',
    pattern: '^(a+)+$',
  };
  const slow = await lab.call('dba', 'POST', '/api/standards', { name: 'slow', note: 'n', rules: [naming] });
  assert.match(JSON.stringify(slow.body.faults), /may never end/);
  assert.equal(
    (await lab.call('dba', 'POST', '/api/standards', { name: 'Myriad', note: 'n', rules })).body.code,
    'STANDARD_NAME_TAKEN',
  );
  assert.equal(
    (await lab.call('dba', 'GET', `/api/standards/${id}/versions/99`)).body.code,
    'STANDARD_VERSION_NOT_FOUND',
  );
  assert.equal((await lab.call('dba', 'GET', '/api/compliance?cursor=rubbish')).status, 400);
});
