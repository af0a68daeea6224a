import assert from 'node:assert/strict';
import { fleetProblems } from '@myriad/contract';
import { migrations } from '../../migrations.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Db } from '../../platform/database/schema.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { createTestHttp } from '../auth/testing.ts';
import { createMetadata, metadataEdits } from '../metadata/index.ts';
import { describedTables, hiddenTables, isSecretName } from './described-tables.ts';
import { serveTables } from './index.ts';
import { listRows } from './list-rows.ts';
import { readSchema } from './read-schema.ts';

const options = { migrations };
const source = { kind: 'person', id: 'u1' } as const;

async function setUp(db: Db) {
  const clock = { now: () => 1_790_000_000_000 };
  const metadata = createMetadata({ clock });
  const test = await createTestHttp({ db, problems: [fleetProblems] });
  serveTables(test.http, { db, edits: metadataEdits({ db, metadata }) });
  const addApplication = (name: string) =>
    inTransaction(db, (tx) =>
      metadata.addApplication(tx, { name, businessLine: 'x', owner: 'alice', level: 'general' }, source),
    );
  return { metadata, test, addApplication };
}

forEachStore(
  'every table is described, or hidden for a reason; no column that may hold a secret is shown',
  async ({ db }) => {
    const tables = await db.introspection.getTables();
    const names = tables.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => !(name in describedTables) && !(name in hiddenTables)),
      [],
      'say in described-tables.ts whether people may look into these tables',
    );
    assert.deepEqual(
      Object.keys(describedTables).filter((name) => !names.includes(name) || name in hiddenTables),
      [],
    );
    const schema = await readSchema(db);
    for (const { name, columns } of tables) {
      const shown = schema.get(name);
      const has = new Set(columns.map((column) => column.name));
      if (!shown) continue;
      for (const part of [...shown.collection.key, ...(shown.description.hidden ?? [])])
        assert.ok(has.has(part), `${name} has no column ${part}`);
      assert.ok(shown.collection.columns.every((column) => !isSecretName(column.name)));
    }
    const columnsOf = (name: string) => schema.get(name)?.collection.columns.map((column) => column.name);
    for (const [table, column] of [
      ['user', 'password'],
      ['api_token', 'secret_hash'],
      ['ticket_intake', 'body'],
    ] as const)
      assert.ok(!columnsOf(table)?.includes(column), `${table}.${column}`);
    for (const secret of [
      'password',
      'password_hash',
      'sealed',
      'private_key',
      'token',
      'secret',
      'hash',
      'old_password',
    ])
      assert.ok(isSecretName(secret), secret);
    for (const open of ['plan_hash', 'secret_id', 'key_id', 'name', 'fingerprint', 'sha256'])
      assert.ok(!isSecretName(open), open);
  },
  options,
);

forEachStore(
  'tables are for those who operate, users and audit for administrators; no secret leaves, whatever is asked',
  async ({ db }) => {
    const { test } = await setUp(db);
    try {
      const urls = ['/api/tables', '/api/tables/host/rows', '/api/tables/host/export'];
      for (const url of urls) {
        assert.equal((await test.call('nobody', 'GET', url)).status, 401, url);
        assert.equal((await test.call('requester', 'GET', url)).body.code, 'NOT_AN_OPERATOR', url);
        assert.equal((await test.call('dba', 'GET', url)).status, 200, url);
      }
      for (const name of ['user', 'api_token', 'audit'])
        for (const act of ['rows', 'export']) {
          const url = `/api/tables/${name}/${act}`;
          assert.equal((await test.call('dba', 'GET', url)).body.code, 'NOT_AN_ADMINISTRATOR', url);
          assert.equal((await test.call('administrator', 'GET', url)).status, 200, url);
        }
      for (const name of ['secret', 'session', 'idempotency_key', 'migration', 'nowhere', 'sqlite_schema'])
        assert.equal(
          (await test.call('administrator', 'GET', `/api/tables/${name}/rows`)).body.code,
          'TABLE_NOT_FOUND',
          name,
        );
      const seen = (await test.call('dba', 'GET', '/api/tables')).body.items as { name: string; hidden: string[] }[];
      assert.ok(seen.some(({ name }) => name === 'ticket') && seen.every(({ name }) => name !== 'user'));
      const users = await test.call('administrator', 'GET', '/api/tables/user/export?format=json');
      assert.equal(users.body.length, 3);
      assert.doesNotMatch(JSON.stringify(users.body), /no password/);
      for (const where of ['password = "no password"', 'password ~ "no"', 'password != null'])
        assert.equal(
          (await test.call('administrator', 'GET', `/api/tables/user/rows?where=${encodeURIComponent(where)}`)).body
            .code,
          'FILTER_INVALID',
        );
      for (const query of ['fields=password', 'sort=password', 'fields=name,secret_hash'])
        assert.equal(
          (await test.call('administrator', 'GET', `/api/tables/user/rows?${query}`)).body.code,
          'INPUT_INVALID',
        );
      const audit = (await test.call('administrator', 'GET', '/api/audit?action=table.export')).body.items;
      const outcomes = audit.map(
        ({ outcome, actorName }: { outcome: string; actorName: string }) => `${actorName} ${outcome}`,
      );
      assert.equal(outcomes.filter((line: string) => line === 'dba refused').length, 3);
      assert.equal(outcomes.filter((line: string) => line === 'administrator allowed').length, 4);
    } finally {
      await test.close();
    }
  },
  options,
);

forEachStore(
  'rows are filtered, chosen, sorted and walked; an edit is the use case’s, with its rules and its history',
  async ({ db }) => {
    const { test, addApplication, metadata } = await setUp(db);
    const dba = (method: string, url: string, body?: object) => test.call('dba', method, url, body);
    try {
      const [a, b] = [await addApplication('a'), await addApplication('=b')];
      const rows = async (query: string) => (await dba('GET', `/api/tables/application/rows?${query}`)).body;
      const newest = await rows('fields=name,level');
      assert.deepEqual(
        newest.items.map(({ cells }: { cells: unknown }) => cells),
        [
          ['=b', 'general'],
          ['a', 'general'],
        ],
      );
      assert.equal((await rows(`where=${encodeURIComponent(`id = "${a.id}" and owner ~ "LIC"`)}`)).items.length, 1);
      const first = await rows('limit=1&sort=name&fields=name');
      assert.deepEqual(first.items[0].cells, ['=b']);
      assert.deepEqual((await rows(`limit=1&sort=name&fields=name&cursor=${first.next}`)).items[0].cells, ['a']);
      assert.equal((await rows('cursor=x')).code, 'INPUT_INVALID');
      assert.equal((await rows('where=nam%3D1')).code, 'FILTER_INVALID');
      const csv = await dba('GET', '/api/tables/application/export?fields=name,owner');
      assert.equal(csv.body, `name,owner\r\n"'=b",alice\r\na,alice\r\n`);

      const one = `/api/tables/application/rows/${newest.items[1].key}`;
      assert.equal((await dba('PATCH', one, { values: { owner: 'bob', level: 'core' } })).status, 200);
      assert.equal((await metadata.getApplication(db, a.id)).owner, 'bob');
      assert.equal((await dba('PATCH', one, { values: { owner: 'carol' }, reason: ' 负责人变更 ' })).status, 200);
      const [written] = (await test.call('administrator', 'GET', '/api/audit?action=table.edit&limit=1')).body.items;
      assert.deepEqual(written.words, { en: 'Reason: 负责人变更', zh: '原因：负责人变更' });
      for (const reason of ['', '  ', 7, 'x'.repeat(501)])
        assert.equal((await dba('PATCH', one, { values: { owner: 'x' }, reason })).body.code, 'INPUT_INVALID');
      const history = await metadata.listChanges(db, { entityId: a.id, limit: 9 });
      assert.deepEqual(history.map(({ field }) => field).sort(), ['created', 'level', 'owner', 'owner']);
      const refuses = async (url: string, values: object, code: string, as: 'dba' | 'requester' | 'nobody' = 'dba') =>
        assert.equal(
          (await test.call(as, 'PATCH', url, { values })).body.code,
          code,
          `${url} ${JSON.stringify(values)}`,
        );
      await refuses(one, { owner: 'x' }, 'NOT_SIGNED_IN', 'nobody');
      await refuses(one, { owner: 'x' }, 'NOT_AN_OPERATOR', 'requester');
      await refuses(one, { id: 'x' }, 'COLUMN_READ_ONLY');
      await refuses(one, { name: '=b' }, 'APPLICATION_NAME_TAKEN');
      await refuses(one, { level: 'huge' }, 'INPUT_INVALID');
      await refuses(one, { owner: 7 }, 'INPUT_INVALID');
      await refuses('/api/tables/application/rows/nonsense', { owner: 'x' }, 'TABLE_ROW_NOT_FOUND');
      await refuses('/api/tables/fact/rows/WyJhIiwiYiIsImMiXQ', { value: 'x' }, 'COLUMN_READ_ONLY');
      await refuses('/api/tables/secret/rows/WyJhIl0', { sealed: 'x' }, 'TABLE_NOT_FOUND');
      await refuses(
        `/api/tables/application/rows/${Buffer.from('["none"]').toString('base64url')}`,
        { owner: 'x' },
        'APPLICATION_NOT_FOUND',
      );
      assert.equal((await metadata.getApplication(db, b.id)).owner, 'alice');
    } finally {
      await test.close();
    }
  },
  options,
);

forEachStore(
  'a search through a large table goes piece by piece and finds everything; it is sorted by its key only',
  async ({ db }) => {
    const { test, addApplication } = await setUp(db);
    try {
      for (let n = 0; n < 25; n++) await addApplication(`app-${String(n).padStart(2, '0')}`);
      const collection = (await readSchema(db)).get('application')?.collection;
      assert.ok(collection);
      const found: unknown[] = [];
      let cursor: string | undefined;
      let calls = 0;
      do {
        const page = await listRows(db, collection, { where: 'name ~ "5"', fields: 'name', limit: 1, cursor }, 10);
        found.push(...page.items.map(({ cells }) => cells[0]));
        cursor = page.next;
        calls++;
      } while (cursor);
      assert.deepEqual(found, ['app-15', 'app-05']);
      assert.ok(calls > 2 && calls <= 5, `${calls} calls`);
      const none = await listRows(db, collection, { where: 'name = "no"', limit: 5 }, 10);
      assert.deepEqual([none.items, none.next], [[], undefined], 'an equality narrows the search to nothing at once');
      await assert.rejects(listRows(db, collection, { sort: 'name', limit: 5 }, 10), {
        code: 'TABLE_TOO_LARGE_TO_SORT',
      });
      assert.equal((await listRows(db, collection, { sort: 'name', limit: 5 }, 25)).items.length, 5);
    } finally {
      await test.close();
    }
  },
  options,
);
