import assert from 'node:assert/strict';
import { shipStandard } from './ship-standard.ts';
import { shippedRules } from './shipped/index.ts';
import { day, told } from './testing/told.ts';

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
