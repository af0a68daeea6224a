import assert from 'node:assert/strict';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { forEachStore } from '../../../platform/database/testing.ts';
import { bySomebody, openScene, type Scene, sceneMigrations } from '../testing.ts';

const options = { migrations: sceneMigrations };
type Item = Readonly<Record<string, unknown>>;

const ask = (scene: Scene, dimension: string, query: Record<string, string>) =>
  scene.test.call('requester', 'GET', `/api/inventory/${dimension}?${new URLSearchParams(query)}`);

async function names(scene: Scene, dimension: string, where: string): Promise<unknown[]> {
  const { status, body } = await ask(scene, dimension, { where, fields: 'name' });
  assert.equal(status, 200, `${where}: ${JSON.stringify(body)}`);
  return body.items.map(({ name }: Item) => name);
}

async function furnish({ db, metadata, ids, test }: Scene): Promise<void> {
  const of = (name: string) => ids[name] ?? '';
  await inTransaction(db, async (tx) => {
    const lag = (name: string, value: unknown) =>
      metadata.recordFact(tx, {
        entity: 'instance',
        entityId: of(name),
        name: 'lag',
        value,
        observedAt: 5,
        source: { kind: 'sweep', id: 's' },
      });
    await lag('db-a:3306', 0);
    await lag('db-b:3306', 12.5);
    await lag('db-b:3307', null);
    await metadata.recordFact(tx, {
      entity: 'host',
      entityId: of('db-a'),
      name: 'os.name',
      value: 'Debian "12"',
      observedAt: 5,
      source: bySomebody,
    });
  });
  const done = async (method: string, url: string, body: object) => {
    const answer = await test.call('dba', method, url, body);
    assert.equal(answer.status, 200, `${url}: ${JSON.stringify(answer.body)}`);
  };
  await done('PATCH', `/api/inventory/instance/${of('db-b:3306')}/labels`, { labels: { team: 'pay', tier: '1' } });
  await done('PATCH', `/api/inventory/cluster/${of('pay-1')}/labels`, { labels: { 'cost-center': 'cc/7' } });
  const words = { en: 'Cost', zh: '成本' };
  await done('POST', '/api/custom-fields', { dimension: 'cluster', name: 'cost', type: 'number', words });
  await done('POST', '/api/custom-fields', { dimension: 'cluster', name: 'ends', type: 'date', words });
  await done('PATCH', `/api/inventory/cluster/${of('pay-1')}/fields`, { fields: { cost: 10, ends: '2027-01-31' } });
  await done('PATCH', `/api/inventory/cluster/${of('pay-2')}/fields`, { fields: { cost: 9 } });
  await done('PUT', '/api/environments/prod', { production: true });
}

forEachStore(
  'a query begins at any dimension and reaches the other three',
  async ({ db }) => {
    const scene = await openScene(db);
    try {
      await furnish(scene);
      const found = async (dimension: string, expected: Readonly<Record<string, readonly string[]>>) => {
        for (const [where, wanted] of Object.entries(expected))
          assert.deepEqual(await names(scene, dimension, where), wanted, `${dimension} where ${where}`);
      };
      const all = ['db-a:3306', 'db-a:3307', 'db-b:3306', 'db-b:3307', 'db-b:3308'];
      await found('instance', {
        'cluster.application.level = "core" and host.zone in ("a","b") and label.team = "pay"': ['db-b:3306'],
        'application.level = "core"': ['db-a:3306', 'db-a:3307', 'db-b:3306'],
        'application.level != "core"': ['db-b:3307', 'db-b:3308'],
        'not application.level = "core"': ['db-b:3307', 'db-b:3308'],
        'cluster.name = null': ['db-b:3308'],
        'cluster.name != null and not (role = "standalone" or host.zone = "b")': ['db-a:3306'],
        'instance.port >= 3307 and port < 3308': ['db-a:3307', 'db-b:3307'],
        'fact.lag > 5': ['db-b:3306'],
        'fact.lag >= 0': ['db-a:3306', 'db-b:3306'],
        'fact.lag = null': ['db-a:3307', 'db-b:3307', 'db-b:3308'],
        'not fact.lag > 5': ['db-a:3306', 'db-a:3307', 'db-b:3307', 'db-b:3308'],
        'host.fact.os.name ~ "debian \\"12"': ['db-a:3306', 'db-a:3307'],
        'host.fact.os.name = "Debian \\"12\\""': ['db-a:3306', 'db-a:3307'],
        'version ~ "8.4" and version != "8.4.5"': ['db-a:3306', 'db-b:3307'],
        'version ~ "%"': [],
        'label.tier in ("1", "2")': ['db-b:3306'],
        'label.tier not in ("1", "2") and host.name ~ "DB-B"': ['db-b:3307', 'db-b:3308'],
        'cluster.label.cost-center = "cc/7"': ['db-a:3306', 'db-b:3306'],
        'cluster.field.cost > 9.5 or cluster.field.ends < "2020-01-01"': ['db-a:3306', 'db-b:3306'],
        'cluster.production = true': ['db-a:3306', 'db-b:3306'],
        'createdAt > "2026-01-01" and cluster.createdAt < "2100-01-01T00:00:00+08:00"': all.slice(0, 4),
        'host.instances = 3': ['db-b:3306', 'db-b:3307', 'db-b:3308'],
      });
      await found('cluster', {
        'instance.version = "8.4.5"': ['pay-1'],
        'instance.version != "8.4.5"': ['lonely', 'pay-2'],
        'host.zone = "a"': ['pay-1', 'pay-2'],
        'field.cost = null': ['lonely'],
        'instance.label.team = "pay"': ['pay-1'],
        'production = false and level = "operate"': ['lonely', 'pay-2'],
        'specification = null and managedBy = null': ['lonely', 'pay-1', 'pay-2'],
      });
      await found('application', {
        'host.zone = "b"': ['pay'],
        'instance.fact.lag > 5': ['pay'],
        'clusters = 0': ['wiki'],
        'cluster.name = null': ['wiki'],
      });
      await found('host', {
        // Two questions, not one: db-b has a cluster of pay, and another one in test.
        'application.name = "pay" and cluster.environment = "test"': ['db-a', 'db-b'],
        'cluster.application.owner ~ "ALICE"': ['db-a', 'db-b'],
        'instance.cluster.name = "lonely"': ['db-b'],
      });
    } finally {
      await scene.test.close();
    }
  },
  options,
);

forEachStore(
  'fields of all dimensions come in one row, in any order, and pages fit together',
  async ({ db }) => {
    const scene = await openScene(db);
    try {
      await furnish(scene);
      const fields = 'name,host.zone,cluster.application.level,label.team,fact.lag,cluster.field.cost,cluster.fixed';
      const { body } = await ask(scene, 'instance', { fields, sort: '-fact.lag,name', limit: '2' });
      assert.deepEqual(body.fields, fields.split(','));
      assert.deepEqual(body.items[0], {
        id: scene.ids['db-b:3306'],
        name: 'db-b:3306',
        'host.zone': 'b',
        'cluster.application.level': 'core',
        'label.team': 'pay',
        'fact.lag': 12.5,
        'cluster.field.cost': 10,
        'cluster.fixed': { lower_case_table_names: 1 },
      });
      for (const sort of [
        'name',
        '-name',
        'cluster.name',
        '-cluster.name,-port',
        '-fact.lag,label.team',
        'version,-host.zone',
      ]) {
        const { status, body: list } = await ask(scene, 'instance', { fields: 'name', sort });
        assert.equal(status, 200, `${sort}: ${JSON.stringify(list)}`);
        const whole = list.items.map(({ name }: Item) => name);
        assert.equal(new Set(whole).size, 5, sort);
        const pages: unknown[] = [];
        let cursor: string | undefined;
        do {
          const page = (
            await ask(scene, 'instance', { fields: 'name', sort, limit: '2', ...(cursor ? { cursor } : {}) })
          ).body;
          pages.push(...page.items.map(({ name }: Item) => name));
          cursor = page.next;
        } while (cursor);
        assert.deepEqual(pages, whole, sort);
      }
      const first = (await ask(scene, 'instance', { limit: '1' })).body;
      const strange = await ask(scene, 'instance', { cursor: first.next, sort: '-name' });
      assert.deepEqual([strange.status, strange.body.faults[0].path], [400, 'query.cursor']);
      const counted = await scene.test.call(
        'requester',
        'GET',
        '/api/inventory/instance/count?where=role%3D%22primary%22',
      );
      assert.equal(counted.body.count, 1);
      const described = (await scene.test.call('requester', 'GET', '/api/inventory')).body.items;
      assert.equal(described.length, 4);
      assert.ok(described[2].columns.some(({ name }: Item) => name === 'field.cost'));
      assert.doesNotMatch(JSON.stringify((await ask(scene, 'host', {})).body), /login-nobody-sees/);
    } finally {
      await scene.test.close();
    }
  },
  options,
);

/** Where, at which character, and what is said about it. */
forEachStore(
  'an extract is the same as the list, as CSV, JSON and NDJSON, and says what it left out',
  async ({ db }) => {
    const scene = await openScene(db);
    try {
      const { metadata, ids, test } = scene;
      await inTransaction(db, (tx) =>
        metadata.changeApplication(tx, ids.wiki ?? '', { owner: '=1+"x"', name: 'a,"b"\n' }, bySomebody),
      );
      const url = (more: string) => `/api/inventory/application/export?fields=name,owner,clusters${more}`;
      const csv = await test.call('requester', 'GET', url('&format=csv'));
      assert.equal(
        csv.body,
        `id,name,owner,clusters\r\n${ids.wiki},"a,""b""\n","'=1+""x""",0\r\n${ids.pay},pay,alice,2\r\n`,
      );
      assert.equal(csv.headers['content-disposition'], 'attachment; filename="application.csv"');
      const json = await test.call('requester', 'GET', url('&format=json&sort=-name'));
      assert.deepEqual(json.body, [
        { id: ids.pay, name: 'pay', owner: 'alice', clusters: 2 },
        { id: ids.wiki, name: 'a,"b"\n', owner: '=1+"x"', clusters: 0 },
      ]);
      const cut = await test.call('requester', 'GET', url('&format=ndjson&limit=1'));
      assert.equal(cut.headers['x-truncated'], 'yes');
      assert.equal(String(cut.headers['content-type']).split(';')[0], 'application/x-ndjson');
      const none = await test.call('requester', 'GET', url('&format=json&where=name%3D%22no%22'));
      assert.deepEqual([none.body, none.headers['x-rows']], [[], '0']);
      const faulty = await test.call('requester', 'GET', url('&format=csv&where=x'));
      assert.equal(faulty.body.code, 'FILTER_INVALID');
      assert.equal((await test.call('requester', 'GET', url('&format=xls'))).status, 400);
    } finally {
      await scene.test.close();
    }
  },
  options,
);

forEachStore(
  'a list of thousands is walked whole, once each, in pages of the store’s own order',
  async ({ db }) => {
    const scene = await openScene(db);
    try {
      const { metadata, test } = scene;
      await inTransaction(db, async (tx) => {
        for (let n = 0; n < 2300; n++)
          await metadata.addApplication(
            tx,
            { name: `app ${n % 2 ? 'ä' : 'Z'}${n}`, businessLine: 'x', owner: `o${n % 7}`, level: 'general' },
            bySomebody,
          );
      });
      const answer = await test.call(
        'requester',
        'GET',
        '/api/inventory/application/export?fields=id&sort=-owner&format=csv',
      );
      const ids = String(answer.body).trim().split('\r\n').slice(1);
      assert.deepEqual([ids.length, new Set(ids).size], [2302, 2302]);
    } finally {
      await scene.test.close();
    }
  },
  options,
);
