import assert from 'node:assert/strict';
import { person } from './testing/person.ts';
import { shop, told } from './testing/told-dictionary.ts';

told('everybody sees the dictionary of their clusters and no other, in every list and every file', async (lab) => {
  await lab.look([shop]);
  const secret = [{ schema: 'secret', name: 'ledger' }];
  const column = { schema: 'secret', table: 'ledger', name: 'email' };
  await lab.look([{ tables: secret, columns: [column] }], lab.otherId);
  const scope = { kind: 'cluster', id: lab.clusterId };
  const ann = await person(lab, 'ann', [{ role: 'requester', scope }]);
  const nobody = await person(lab, 'bo', []);
  const lists = ['schemas', 'tables', 'columns', 'looks', 'columns?sensitive=yes', 'columns?gone=only'];
  for (const list of lists) {
    const [all, some, none] = await Promise.all([
      lab.call('dba', 'GET', `/api/dictionary/${list}`),
      lab.call(ann, 'GET', `/api/dictionary/${list}`),
      lab.call(nobody, 'GET', `/api/dictionary/${list}`),
    ]);
    const clusters = ({ body }: Awaited<typeof all>) =>
      [...new Set(body.items.map((item: { cluster: string }) => item.cluster))].sort();
    assert.deepEqual(clusters(all), list.includes('gone') ? [] : ['orders', 'pay'], list);
    assert.deepEqual(clusters(some), list.includes('gone') ? [] : ['orders'], list);
    assert.deepEqual(clusters(none), [], list);
    assert.equal((await lab.call('nobody', 'GET', `/api/dictionary/${list}`)).status, 401, list);
  }
  for (const what of ['tables', 'columns'])
    for (const format of ['csv', 'json', 'ndjson']) {
      const at = `/api/dictionary/export?what=${what}&format=${format}`;
      assert.match(JSON.stringify((await lab.call('dba', 'GET', at)).body), /ledger/);
      const { body, headers } = await lab.call(ann, 'GET', at);
      assert.doesNotMatch(JSON.stringify(body), /ledger/, at);
      assert.match(JSON.stringify(body), /visit/, at);
      assert.equal(headers['x-truncated'], 'no');
    }
  const cut = await lab.call('dba', 'GET', '/api/dictionary/export?limit=2&format=json');
  assert.deepEqual([cut.body.length, cut.headers['x-rows'], cut.headers['x-truncated']], [2, '2', 'yes']);
  const other = `/api/clusters/${lab.otherId}/dictionary`;
  for (const path of ['/changes', '/tables/x'])
    assert.equal((await lab.call(ann, 'GET', other + path)).body.code, 'CLUSTER_NOT_FOUND');
});

told('who operates the cluster and the owner of its application describe it; others read', async (lab) => {
  await lab.look([shop]);
  const table = lab.idOf('shop', 'visit');
  const phone = lab.idOf('shop', 'visit', 'mobilePhone');
  const scope = { kind: 'cluster', id: lab.clusterId };
  const ann = await person(lab, 'ann', [{ role: 'requester', scope }]);
  const cai = await person(lab, 'cai', [{ role: 'dba', scope }]);
  const base = `/api/clusters/${lab.clusterId}/dictionary`;
  const writes = [
    ['PUT', `${base}/notes/${table}`, { note: 'x' }],
    ['PUT', `${base}/columns/${phone}/tags/phone`, { state: 'confirmed' }],
    ['DELETE', `${base}/columns/${phone}/tags/phone`, undefined],
  ] as const;
  const may = async (as: Parameters<typeof lab.call>[0]) =>
    (await lab.call(as, 'GET', `${base}/tables/${table}`)).body.abilities.describe;
  assert.deepEqual([(await may(ann)).because, (await may('requester')).allowed], ['NOT_DICTIONARY_OWNER', true]);
  for (const [method, url, body] of writes) {
    assert.equal((await lab.call('nobody', method, url, body)).status, 401);
    const refused = await lab.call(ann, method, url, body);
    assert.deepEqual([refused.status, refused.body.code], [403, 'NOT_DICTIONARY_OWNER'], url);
  }
  // The owner by name, and a dba of this cluster alone.
  for (const as of ['requester', cai] as const)
    for (const [method, url, body] of writes) assert.equal((await lab.call(as, method, url, body)).status, 200, url);
  // Or as one of the group that owns it.
  const group = (await lab.call('administrator', 'POST', '/api/groups', { name: 'Shop', description: '' })).body;
  await lab.call('administrator', 'PUT', `/api/groups/${group.id}/members`, { person: 'ann' });
  await lab.db.updateTable('application').set({ owner: 'shop' }).execute();
  assert.deepEqual([(await may(ann)).allowed, (await may('requester')).because], [true, 'NOT_DICTIONARY_OWNER']);
  for (const [method, url, body] of writes) assert.equal((await lab.call(ann, method, url, body)).status, 200, url);
  const elsewhere = `/api/clusters/${lab.otherId}/dictionary/notes/${table}`;
  assert.equal((await lab.call('dba', 'PUT', elsewhere, { note: 'x' })).body.code, 'DICTIONARY_OBJECT_NOT_FOUND');
  assert.equal((await lab.call(cai, 'PUT', elsewhere, { note: 'x' })).body.code, 'CLUSTER_NOT_FOUND');
  assert.equal(
    (await lab.call('dba', 'PUT', `${base}/columns/${table}/tags/phone`, { state: 'confirmed' })).body.code,
    'DICTIONARY_OBJECT_NOT_FOUND',
  );
});
