import assert from 'node:assert/strict';
import { shippedRules } from './shipped/index.ts';
import { day, told } from './testing/told.ts';

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
