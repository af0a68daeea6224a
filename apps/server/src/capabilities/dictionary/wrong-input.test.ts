import assert from 'node:assert/strict';
import { shop, told } from './testing/told-dictionary.ts';

told('ten wrong inputs to each form are each refused with the place that is wrong', async (lab) => {
  await lab.look([shop]);
  const base = `/api/clusters/${lab.clusterId}/dictionary`;
  const long = 'x'.repeat(3000);
  const rule = { name: 'r', class: 'phone', names: ['x'] };
  const forms: readonly (readonly [string, string, string, readonly unknown[]])[] = [
    [
      'administrator',
      'POST',
      '/api/dictionary/rules',
      [
        {},
        { ...rule, name: '' },
        { ...rule, name: long },
        { ...rule, class: 'shoe-size' },
        { ...rule, names: ['*'] },
        { ...rule, names: ['??'] },
        { ...rule, names: ['*a*b*c*d*e*f'] },
        { ...rule, names: [long] },
        { ...rule, names: ['a\u0000b'] },
        { ...rule, names: ['a\u202eb'] },
        { ...rule, names: 'phone' },
        { ...rule, comments: Array(51).fill('x') },
        { ...rule, types: [7] },
        { ...rule, enabled: 'yes' },
        { ...rule, pattern: '(a+)+$' },
      ],
    ],
    [
      'dba',
      'PUT',
      `${base}/notes/${lab.idOf('shop', 'visit')}`,
      [
        {},
        { note: 7 },
        { note: long },
        { owner: 'x'.repeat(101) },
        { owner: null },
        { note: null },
        { note: ['x'] },
        { note: 'x', by: 'somebody else' },
        { owner: { name: 'x' } },
        { Note: 'x' },
      ],
    ],
    [
      'dba',
      'PUT',
      `${base}/columns/${lab.idOf('shop', 'visit', 'c3')}/tags/phone`,
      [
        {},
        { state: 'suggested' },
        { state: 'CONFIRMED' },
        { state: '' },
        { state: null },
        { state: true },
        { state: ['confirmed'] },
        { state: 'confirmed', source: 'rule' },
        { State: 'confirmed' },
        { class: 'phone' },
      ],
    ],
  ];
  for (const [as, method, url, bodies] of forms)
    for (const body of bodies) {
      const answer = await lab.call(as as 'dba', method, url, body as object);
      assert.deepEqual([answer.status, answer.body.code], [400, 'INPUT_INVALID'], `${url} ${JSON.stringify(body)}`);
      assert.ok(answer.body.faults[0].words.zh !== '', url);
    }
  for (const query of [
    ...['limit=0', 'limit=501', 'cursor=x', 'class=shoe-size', 'state=maybe', 'gone=yes', 'sensitive=no'],
    ...[`search=${long}`, `schema=${long}`, `cursor=${Buffer.from('[7,8]').toString('base64url')}`],
  ])
    assert.equal((await lab.call('dba', 'GET', `/api/dictionary/columns?${query}`)).body.code, 'INPUT_INVALID', query);
  for (const query of ['what=indexes', 'format=xml', 'limit=100001', 'kind=x'.replace('kind', 'gone')])
    assert.equal((await lab.call('dba', 'GET', `/api/dictionary/export?${query}`)).body.code, 'INPUT_INVALID', query);
  assert.equal((await lab.call('dba', 'GET', '/api/dictionary/unused?kind=view')).body.code, 'INPUT_INVALID');
  assert.equal((await lab.call('dba', 'GET', '/api/dictionary/looks?cursor=x')).body.code, 'INPUT_INVALID');
});
