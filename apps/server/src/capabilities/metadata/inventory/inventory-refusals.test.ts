import assert from 'node:assert/strict';
import { forEachStore } from '../../../platform/database/testing.ts';
import { openScene, type Scene, sceneMigrations } from '../testing.ts';

const options = { migrations: sceneMigrations };

const ask = (scene: Scene, dimension: string, query: Record<string, string>) =>
  scene.test.call('requester', 'GET', `/api/inventory/${dimension}?${new URLSearchParams(query)}`);

const wrong: readonly (readonly [where: string, at: number, said: RegExp, next: RegExp])[] = [
  ['role = primary', 8, /without quotes/, /"primary"/],
  ['rol = "primary"', 1, /no column rol/, /mean role/],
  ['role = "primary', 8, /no closing quote/, /Close it/],
  ['(role = "primary"', 18, /parenthesis opened at 1/, /\)/],
  ['role = "primry"', 8, /never "primry"/, /primary, replica, standalone/],
  ['port = "3306"', 8, /is a number/, /port = 10/],
  ['port ~ 33', 1, /says nothing/, /<=/],
  ['role "primary"', 6, /comparison was expected/, /!=/],
  ['role in "primary"', 9, /in parentheses/, /in \("a", "b"\)/],
  ['role = “primary”', 8, /full-width/, /half-width "/],
  ['name = "x" and', 15, /name of a column was expected, not the end/, /column, comparison, value/],
  ['name = "x" name = "y"', 12, /not expected after/, /and, or/],
  ['cluster = "x"', 1, /no value by itself/, /cluster\.name/],
  ['name.x = "x"', 1, /leads nowhere/, /End the name/],
  ['field.cost = 1', 1, /no custom field cost/, /It has: -/],
  ['createdAt > "yesterday"', 13, /is a time/, /2026-01-31T/],
  ['name < null', 8, /null cannot/, /= null/],
  ['   ', 1, /empty/, /Leave it out/],
  ['name = "x" ; drop table host', 12, /“;” has no meaning/, /Signs there are/],
  [`name in (${'"x",'.repeat(500)}"x")`, 9, /at most 500 values/, /several calls/],
  [`${'('.repeat(40)}name = "x"${')'.repeat(40)}`, 32, /inside one another/, /flatter/],
  [`name = "${'x'.repeat(3995)}"`, 4001, /4000/, /shorter/],
];

forEachStore(
  'a wrong filter, field, sort, cursor or dimension is told where and what to write instead',
  async ({ db }) => {
    const scene = await openScene(db);
    try {
      for (const [where, at, said, next] of wrong) {
        const { status, body } = await ask(scene, 'instance', { where });
        const shown = where.slice(0, 40);
        if (where.trim() !== '' && where.length <= 4000) {
          assert.deepEqual([status, body.code], [400, 'FILTER_INVALID'], `${shown}: ${JSON.stringify(body)}`);
          assert.match(body.words.en, new RegExp(`wrong at character ${at}:`), shown);
          assert.match(body.words.en, said, shown);
          assert.match(body.next.en, next, shown);
          assert.match(body.words.zh, /\p{Script=Han}/u);
          assert.match(body.next.zh, /\p{Script=Han}/u);
        }
      }
      for (const [query, path] of [
        [{ fields: 'name,,zone' }, 'query.fields'],
        [{ fields: 'nam' }, 'query.fields'],
        [{ fields: 'name; drop' }, 'query.fields'],
        [{ sort: 'name,port,role,state' }, 'query.sort'],
        [{ cursor: 'x' }, 'query.cursor'],
        [{ limit: '0' }, 'query.limit'],
        [{ where: 'x'.repeat(4001) }, 'query.where'],
      ] as const) {
        const { status, body } = await ask(scene, 'instance', query);
        assert.deepEqual([status, body.faults?.[0]?.path], [400, path], JSON.stringify(body));
      }
      const severalOf = await ask(scene, 'cluster', { fields: 'instance.name' });
      assert.match(severalOf.body.faults[0].words.en, /may have several/);
      const nowhere = await ask(scene, 'planet', {});
      assert.deepEqual([nowhere.status, nowhere.body.code], [404, 'DIMENSION_UNKNOWN']);
      for (const url of [
        '/api/inventory',
        '/api/inventory/host',
        '/api/inventory/host/count',
        '/api/inventory/host/export',
      ])
        assert.equal((await scene.test.call('nobody', 'GET', url)).status, 401, url);
    } finally {
      await scene.test.close();
    }
  },
  options,
);
