import assert from 'node:assert/strict';
import { day, shop, type ToldDictionary, told } from './testing/told-dictionary.ts';

type Column = { name: string; tags: { class: string; state: string; source: string; by?: string }[]; goneAt?: number };

const columns = async (lab: ToldDictionary, query = '') =>
  (await lab.call('dba', 'GET', `/api/dictionary/columns?${query}`)).body.items as Column[];
const named = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);
const tagsOf = async (lab: ToldDictionary, name: string, query = '') =>
  (await columns(lab, query)).find((column) => column.name === name)?.tags.map((tag) => `${tag.class} ${tag.state}`);

told('a look fills the dictionary; it is searched by name, comment and tag, and walked page by page', async (lab) => {
  await lab.look([shop]);
  assert.deepEqual(named(await columns(lab)), ['name', 'id', 'id', 'mobilePhone', 'c3'], 'by schema, table, position');
  assert.deepEqual(named(await columns(lab, 'search=%E8%BA%AB%E4%BB%BD')), ['c3']);
  assert.deepEqual(named(await columns(lab, 'search=VISIT.MOB')), ['mobilePhone']);
  assert.deepEqual(named(await columns(lab, 'search=%25')), [], 'a wildcard of the store is a text like any other');
  assert.deepEqual(named(await columns(lab, 'class=phone')), ['mobilePhone']);
  assert.deepEqual(named(await columns(lab, 'sensitive=yes')), ['mobilePhone', 'c3']);
  assert.deepEqual(named(await columns(lab, 'schema=other')), []);
  const walked: string[] = [];
  for (let next = ''; ; ) {
    const { body } = await lab.call('dba', 'GET', `/api/dictionary/columns?limit=2${next && `&cursor=${next}`}`);
    walked.push(...named(body.items));
    if (body.next === undefined) break;
    next = body.next;
  }
  assert.deepEqual(walked, ['name', 'id', 'id', 'mobilePhone', 'c3']);
  const tables = (await lab.call('dba', 'GET', '/api/dictionary/tables')).body.items;
  assert.deepEqual(
    tables.map((table: { name: string; classes: string[]; owner: { name: string; from: string } }) => [
      ...[table.name, table.classes.join(), `${table.owner.name} ${table.owner.from}`],
    ]),
    [
      ['kind', '', 'requester application'],
      ['v', '', 'requester application'],
      ['visit', 'identity-number,phone', 'requester application'],
    ],
  );
  assert.deepEqual(named((await lab.call('dba', 'GET', '/api/dictionary/tables?class=phone')).body.items), ['visit']);
  assert.deepEqual(named((await lab.call('dba', 'GET', '/api/dictionary/schemas')).body.items), ['shop']);
});

told('what a person decided stands over rules, outlives looks, a dropped column, and its coming back', async (lab) => {
  await lab.look([shop]);
  assert.deepEqual(await tagsOf(lab, 'mobilePhone'), ['phone suggested']);
  const at = (column: string, kind: string) =>
    `/api/clusters/${lab.clusterId}/dictionary/columns/${lab.idOf('shop', 'visit', column)}/tags/${kind}`;
  const say = async (column: string, kind: string, state: string) => {
    const { status, body } = await lab.call('dba', 'PUT', at(column, kind), { state });
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const confirmed = await say('mobilePhone', 'phone', 'confirmed');
  assert.deepEqual([confirmed.source, confirmed.by, confirmed.ruleId], ['rule', 'dba', 'shipped-phone']);
  await say('c3', 'identity-number', 'refused');
  assert.equal((await say('id', 'health', 'confirmed')).source, 'person');
  await lab.look([shop]);
  const decided = { mobilePhone: ['phone confirmed'], c3: ['identity-number refused'], id: ['health confirmed'] };
  const shown = async (query = '') =>
    Object.fromEntries(
      (await columns(lab, `${query}&search=visit.`)).map(({ name, tags }) => [
        name,
        tags.map((tag) => `${tag.class} ${tag.state}`),
      ]),
    );
  assert.deepEqual(await shown(), decided);
  assert.deepEqual(named(await columns(lab, 'sensitive=yes')), ['id', 'mobilePhone'], 'what was refused is none');
  assert.deepEqual(named(await columns(lab, 'class=identity-number&state=refused')), ['c3']);

  lab.pass(day);
  await lab.look([{ ...shop, columns: shop.columns === 'refused' ? [] : (shop.columns?.slice(0, 1) ?? []) }]);
  assert.deepEqual(await shown(), { id: ['health confirmed'] });
  const { id: _, ...away } = decided;
  assert.deepEqual(await shown('gone=only'), away, 'gone, and not forgotten');
  lab.pass(day);
  await lab.look([shop]);
  assert.deepEqual(await shown(), decided);

  assert.equal((await lab.call('dba', 'DELETE', at('c3', 'identity-number'))).status, 200);
  assert.deepEqual(await tagsOf(lab, 'c3'), ['identity-number suggested'], 'the rules judge it again');
  assert.equal((await lab.call('dba', 'DELETE', at('c3', 'identity-number'))).body.code, 'DICTIONARY_TAG_NOT_FOUND');
  const changes = (await lab.call('dba', 'GET', `/api/clusters/${lab.clusterId}/dictionary/changes`)).body.items;
  assert.deepEqual(
    changes.map((change: { subject: string; field: string; before: string; after: string }) =>
      [change.subject, change.field, change.before, change.after].join(' '),
    ),
    [
      'shop.visit.c3 tag.identity-number refused ',
      'shop.visit.id tag.health  confirmed',
      'shop.visit.c3 tag.identity-number suggested refused',
      'shop.visit.mobilePhone tag.phone suggested confirmed',
    ],
  );
  const audit = (await lab.call('administrator', 'GET', '/api/audit?action=dictionary.tag&limit=5')).body.items;
  assert.deepEqual(
    audit.map(({ resource, outcome }: { resource: string; outcome: string }) => `${resource} ${outcome}`),
    Array(3).fill(`cluster/${lab.clusterId} allowed`),
  );
});

told('what a look could not read is not gone: refused columns, a cut list, a schema left out', async (lab) => {
  await lab.look([shop]);
  const count = async () => (await columns(lab)).length;
  lab.pass(day);
  await lab.look([{ ...shop, columns: 'refused' }]);
  assert.equal(await count(), 5);
  lab.pass(day);
  await lab.look([{ tables: 'refused' }]);
  lab.pass(day);
  await lab.look([{ ...shop, tables: [], columns: [], schemas: ['shop'], skipped: [{ schema: 'shop', tables: 9 }] }]);
  assert.equal(await count(), 5);
  lab.pass(day);
  await lab.look([{ ...shop, tables: [], columns: [], schemas: ['shop'], cut: true }]);
  assert.equal(await count(), 5, 'the list of tables was cut');
  lab.pass(day);
  await lab.look([{ ...shop, tables: [], columns: [], schemas: ['shop'], skipped: [{ schema: 'shop', tables: 9 }] }]);
  const [look] = (await lab.call('dba', 'GET', '/api/dictionary/looks')).body.items;
  assert.deepEqual([look.cluster, look.skipped], ['orders', [{ schema: 'shop', tables: 9 }]]);
  lab.pass(day);
  await lab.look([{ tables: [], schemas: [] }]);
  assert.equal(await count(), 0);
  assert.deepEqual((await lab.call('dba', 'GET', '/api/dictionary/tables')).body.items, []);
  assert.equal((await columns(lab, 'gone=only')).length, 5);
});

told('a note and an owner are written beside the server’s comment, inherited downwards, and searched', async (lab) => {
  await lab.look([shop]);
  const note = (id: string, body: object) =>
    lab.call('dba', 'PUT', `/api/clusters/${lab.clusterId}/dictionary/notes/${id}`, body);
  const table = lab.idOf('shop', 'visit');
  assert.equal((await note(table, { note: '每次到访 “a” <b>', owner: 'wang' })).status, 200);
  assert.equal((await note(lab.idOf('shop', 'visit', 'c3'), { owner: 'li' })).status, 200);
  lab.pass(day);
  await lab.look([shop]);
  const shown = await lab.call('dba', 'GET', `/api/clusters/${lab.clusterId}/dictionary/tables/${table}`);
  assert.deepEqual(
    [shown.body.note, shown.body.comment, shown.body.owner],
    [...['每次到访 “a” <b>', '到访记录'], { name: 'wang', from: 'own' }],
  );
  assert.deepEqual(
    shown.body.columns.map((column: { owner: object }) => column.owner),
    [
      { name: 'wang', from: 'table' },
      { name: 'wang', from: 'table' },
      { name: 'li', from: 'own' },
    ],
  );
  assert.deepEqual(
    named((await lab.call('dba', 'GET', '/api/dictionary/tables?search=%E6%AF%8F%E6%AC%A1')).body.items),
    ['visit'],
  );
  assert.deepEqual((await note(table, { owner: '' })).body, { objectId: table, note: '每次到访 “a” <b>', owner: '' });
  assert.equal(shown.body.growth.length, 2, 'a point a day');
  assert.deepEqual(shown.body.growth[0].dataBytes, 5000);
});
