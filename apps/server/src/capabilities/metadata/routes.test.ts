import assert from 'node:assert/strict';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { requireQuota } from './index.ts';
import { openScene, type Scene, sceneMigrations } from './testing.ts';

const options = { migrations: sceneMigrations };
const gibibyte = 1024 ** 3;
const words = { en: 'Words', zh: '说明' };

/** Every call that changes something: [method, path, a right body]. */
const writes = ({ ids }: Scene): readonly (readonly [string, string, object])[] => [
  ['PATCH', `/api/applications/${ids.pay}`, { owner: 'bob' }],
  ['DELETE', `/api/applications/${ids.wiki}`, {}],
  ['PATCH', `/api/clusters/${ids.lonely}/classification`, { applicationId: ids.pay }],
  ['PUT', '/api/environments/prod', { production: true }],
  ['DELETE', '/api/environments/prod', {}],
  ['PUT', '/api/zones/a', { region: 'north' }],
  ['DELETE', '/api/zones/a', {}],
  ['PUT', '/api/specifications/small', { cpus: 2, memoryBytes: 4 * gibibyte, diskBytes: 50 * gibibyte }],
  ['DELETE', '/api/specifications/small', {}],
  ['PUT', `/api/applications/${ids.pay}/quotas/prod`, { instances: 1, memoryBytes: null, diskBytes: null }],
  ['DELETE', `/api/applications/${ids.pay}/quotas/prod`, {}],
  ['PATCH', `/api/inventory/host/${ids['db-a']}/labels`, { labels: { team: 'x' } }],
  ['POST', '/api/custom-fields', { dimension: 'host', name: 'rack', type: 'text', words }],
  ['PUT', '/api/custom-fields/host/rack', { words }],
  ['DELETE', '/api/custom-fields/host/rack', {}],
  ['PATCH', `/api/inventory/host/${ids['db-a']}/fields`, { fields: {} }],
];

forEachStore(
  'nobody and requesters change nothing, and what is refused leaves the record as it was',
  async ({ db }) => {
    const scene = await openScene(db);
    try {
      const before = await scene.metadata.listChanges(db, { limit: 500 });
      for (const [method, url, body] of writes(scene)) {
        assert.equal((await scene.test.call('nobody', method, url, body)).status, 401, `${method} ${url}`);
        const refused = await scene.test.call('requester', method, url, body);
        assert.deepEqual([refused.status, refused.body.code], [403, 'NOT_AN_OPERATOR'], `${method} ${url}`);
      }
      for (const url of [
        '/api/environments',
        '/api/zones',
        '/api/specifications',
        '/api/quotas',
        '/api/labels',
        '/api/custom-fields',
      ]) {
        assert.equal((await scene.test.call('nobody', 'GET', url)).status, 401, url);
        assert.equal((await scene.test.call('requester', 'GET', url)).status, 200, url);
      }
      assert.equal((await scene.metadata.listChanges(db, { limit: 500 })).length, before.length);
    } finally {
      await scene.test.close();
    }
  },
  options,
);

forEachStore(
  'an application is edited, linked, and removed once nothing is linked to it; each change has its audit row and history',
  async ({ db }) => {
    const scene = await openScene(db);
    const { ids, test, metadata } = scene;
    const dba = (method: string, url: string, body?: object) => test.call('dba', method, url, body);
    const refuses = async (method: string, url: string, body: object | undefined, code: string) => {
      const answer = await dba(method, url, body);
      assert.equal(answer.body.code, code, `${method} ${url}: ${JSON.stringify(answer.body)}`);
    };
    try {
      const wiki = `/api/applications/${ids.wiki}`;
      const changed = await dba('PATCH', wiki, { level: 'important', name: 'Wiki' });
      assert.deepEqual([changed.status, changed.body.level, changed.body.name], [200, 'important', 'Wiki']);
      await refuses('PATCH', wiki, { name: 'pay' }, 'APPLICATION_NAME_TAKEN');
      await refuses('PATCH', '/api/applications/none', { owner: 'x' }, 'APPLICATION_NOT_FOUND');
      await refuses('PATCH', wiki, { level: 'huge', owner: '' }, 'INPUT_INVALID');
      await refuses('GET', '/api/applications/none', undefined, 'APPLICATION_NOT_FOUND');
      await refuses('DELETE', `/api/applications/${ids.pay}`, undefined, 'APPLICATION_IN_USE');

      const lonely = `/api/clusters/${ids.lonely}/classification`;
      assert.equal((await dba('PATCH', lonely, { applicationId: ids.wiki })).body.applicationId, ids.wiki);
      await refuses('PATCH', lonely, { applicationId: 'none' }, 'APPLICATION_NOT_FOUND');
      await refuses('PATCH', lonely, { environment: 'prd' }, 'CATALOGUE_ROW_NOT_FOUND');
      await refuses('PATCH', lonely, { specification: 'huge' }, 'CATALOGUE_ROW_NOT_FOUND');
      await refuses('PATCH', '/api/clusters/none/classification', {}, 'CLUSTER_NOT_FOUND');
      const linked = (await dba('GET', wiki)).body;
      assert.deepEqual(
        linked.clusters.map(({ name }: { name: string }) => name),
        ['lonely'],
      );
      assert.equal(linked.abilities.remove.because, 'APPLICATION_IN_USE');
      await refuses('DELETE', wiki, undefined, 'APPLICATION_IN_USE');
      await dba('PATCH', lonely, { applicationId: null });
      assert.equal((await dba('DELETE', wiki)).status, 200);
      await refuses('GET', wiki, undefined, 'APPLICATION_NOT_FOUND');
      const history = await metadata.listChanges(db, { entity: 'application', entityId: ids.wiki, limit: 10 });
      assert.deepEqual(history.map(({ field }) => field).sort(), ['created', 'level', 'name', 'removed']);
      const audit = (await test.call('administrator', 'GET', '/api/audit?action=application.remove')).body.items;
      assert.deepEqual(
        audit.map(
          ({ outcome, resource }: { outcome: string; resource: string }) => `${outcome} ${resource.split('/').at(-1)}`,
        ),
        [`allowed ${ids.wiki}`, `refused ${ids.wiki}`, `refused ${ids.pay}`],
      );
    } finally {
      await test.close();
    }
  },
  options,
);

forEachStore(
  'environments, zones and specifications are described, counted, and go only unused; a quota counts what is there',
  async ({ db }) => {
    const scene = await openScene(db);
    const { ids, test, metadata } = scene;
    const dba = (method: string, url: string, body?: object) => test.call('dba', method, url, body);
    try {
      const environments = async () =>
        (await dba('GET', '/api/environments')).body.items.map(
          ({ name, described, uses }: { name: string; described: boolean; uses: number }) =>
            `${name} ${described} ${uses}`,
        );
      assert.deepEqual(await environments(), ['prod false 1', 'test false 2']);
      await dba('PUT', '/api/environments/prod', { production: true, description: 'Real money' });
      await dba('PUT', '/api/environments/spare', {});
      assert.deepEqual(await environments(), ['prod true 1', 'spare true 0', 'test false 2']);
      assert.equal((await dba('DELETE', '/api/environments/prod')).body.code, 'CATALOGUE_ROW_IN_USE');
      assert.equal((await dba('DELETE', '/api/environments/spare')).status, 200);
      assert.equal((await dba('DELETE', '/api/environments/spare')).body.code, 'CATALOGUE_ROW_NOT_FOUND');
      assert.equal((await dba('PUT', '/api/environments/a%20b', {})).body.code, 'INPUT_INVALID');
      assert.equal((await dba('PUT', '/api/zones/c', { region: 'south' })).body.uses, 0);
      assert.equal((await dba('DELETE', '/api/zones/a')).body.code, 'CATALOGUE_ROW_IN_USE');
      assert.equal((await dba('PUT', '/api/specifications/s', { cpus: 0 })).body.faults.length, 3);
      const size = { cpus: 2, memoryBytes: 4 * gibibyte, diskBytes: 50 * gibibyte };
      assert.equal((await dba('PUT', '/api/specifications/small', size)).status, 200);
      await dba('PATCH', `/api/clusters/${ids['pay-1']}/classification`, { specification: 'small' });
      assert.equal((await dba('DELETE', '/api/specifications/small')).body.code, 'CATALOGUE_ROW_IN_USE');

      const limits = { instances: 2, memoryBytes: 7 * gibibyte, diskBytes: null };
      const quota = (await dba('PUT', `/api/applications/${ids.pay}/quotas/prod`, limits)).body;
      assert.deepEqual(
        [quota.used, quota.exceeded, quota.allowed],
        [
          { instances: 2, memoryBytes: 8 * gibibyte, diskBytes: 100 * gibibyte, withoutSpecification: 0 },
          ['memoryBytes'],
          limits,
        ],
      );
      const lines = (await dba('GET', `/api/quotas?limit=1`)).body;
      assert.deepEqual([lines.items[0].environment, typeof lines.next], ['prod', 'string']);
      const rest = (await dba('GET', `/api/quotas?limit=1&cursor=${lines.next}`)).body.items[0];
      assert.deepEqual([rest.environment, rest.allowed, rest.used.withoutSpecification], ['test', undefined, 1]);
      const of = { applicationId: ids.pay ?? '', environment: 'prod' };
      const require = (at: typeof of) =>
        inTransaction(db, (tx) => requireQuota(tx, metadata, { ...at, instances: 1, specification: null }));
      await assert.rejects(require(of), { code: 'QUOTA_EXCEEDED' });
      await require({ ...of, environment: 'test' });
      assert.equal((await dba('PUT', '/api/applications/none/quotas/prod', limits)).body.code, 'APPLICATION_NOT_FOUND');
      assert.equal(
        (await dba('PUT', `/api/applications/${ids.pay}/quotas/prod`, { instances: -1 })).body.faults.length,
        3,
      );
      assert.equal((await dba('DELETE', `/api/applications/${ids.pay}/quotas/prod`)).status, 200);
      assert.equal((await dba('DELETE', `/api/applications/${ids.pay}/quotas/prod`)).body.code, 'QUOTA_NOT_FOUND');
      await require(of);
      const history = await metadata.listChanges(db, { entity: 'quota', limit: 9 });
      assert.deepEqual(
        history.map(({ field }) => field),
        ['prod.removed', 'prod.created'],
      );
    } finally {
      await test.close();
    }
  },
  options,
);

forEachStore(
  'labels and custom fields are checked, all faults at once, kept in the history, and go with their record',
  async ({ db }) => {
    const scene = await openScene(db);
    const { ids, test, metadata } = scene;
    const dba = (method: string, url: string, body?: object) => test.call('dba', method, url, body);
    const one = `/api/inventory/application/${ids.wiki}`;
    try {
      const label = async (labels: object) => (await dba('PATCH', `${one}/labels`, { labels })).body;
      assert.deepEqual((await label({ team: 'web', tier: '2' })).labels, { team: 'web', tier: '2' });
      assert.deepEqual((await label({ team: null, 区域: '华北' })).labels, { tier: '2', 区域: '华北' });
      for (const wrong of [
        { '1x': 'a' },
        { 'a b': 'a' },
        { [`k${'x'.repeat(63)}`]: 'a' },
        { k: '' },
        { k: 'x'.repeat(191) },
        { k: 'a\nb' },
      ])
        assert.equal((await label(wrong)).code, 'LABEL_INVALID', JSON.stringify(wrong));
      assert.equal(
        (await label(Object.fromEntries(Array.from({ length: 63 }, (_, n) => [`k${n}`, 'v'])))).code,
        'LABEL_INVALID',
      );
      assert.equal((await label({ k: 5 })).code, 'INPUT_INVALID');
      assert.equal(
        (await dba('PATCH', '/api/inventory/host/none/labels', { labels: { a: 'b' } })).body.code,
        'HOST_NOT_FOUND',
      );
      assert.equal((await dba('PATCH', '/api/inventory/planet/x/labels', { labels: {} })).body.code, 'INPUT_INVALID');
      const used = (await dba('GET', '/api/labels?key=tier')).body.items;
      assert.deepEqual(used, [{ dimension: 'application', key: 'tier', value: '2', count: 1 }]);

      const define = async (name: string, type: string, more: object = {}) =>
        (await dba('POST', '/api/custom-fields', { dimension: 'application', name, type, words, ...more })).body;
      await define('cost', 'number');
      await define('ends', 'date');
      await define('grade', 'choice', { choices: ['a', 'b'], required: true });
      await define('boss', 'person');
      assert.equal((await define('cost', 'text')).code, 'FIELD_NAME_TAKEN');
      assert.equal((await define('Bad Name', 'text')).code, 'INPUT_INVALID');
      assert.equal((await define('empty', 'choice')).faults[0].path, 'body.choices');
      assert.equal((await define('many', 'text', { choices: ['a'] })).faults[0].path, 'body.choices');
      const fill = async (fields: object) => (await dba('PATCH', `${one}/fields`, { fields })).body;
      assert.deepEqual((await fill({ cost: 5 })).faults[0].path, 'body.fields.grade');
      const wrong = await fill({ cost: 'x', ends: '2026-02-30', grade: 'c', boss: 'nobody-here' });
      assert.deepEqual([wrong.code, wrong.faults.length], ['FIELDS_INVALID', 4]);
      assert.equal((await fill({ colour: 'red' })).code, 'FIELD_NOT_FOUND');
      const filled = await fill({ cost: 5.5, ends: '2027-01-31', grade: 'a', boss: 'dba' });
      assert.deepEqual(filled.fields, { cost: 5.5, ends: '2027-01-31', grade: 'a', boss: 'dba' });
      assert.equal((await fill({ grade: null })).code, 'FIELDS_INVALID');
      assert.deepEqual((await fill({ boss: null })).fields, { cost: 5.5, ends: '2027-01-31', grade: 'a' });
      const field = '/api/custom-fields/application';
      assert.equal((await dba('PUT', `${field}/grade`, { words, choices: ['b'] })).body.code, 'FIELD_CHOICE_IN_USE');
      assert.deepEqual((await dba('PUT', `${field}/grade`, { words, choices: ['a', 'c'] })).body.choices, ['a', 'c']);
      assert.equal((await dba('DELETE', `${field}/none`)).body.code, 'FIELD_NOT_FOUND');
      assert.deepEqual((await dba('DELETE', `${field}/ends`)).body, { removedValues: 1 });
      assert.deepEqual((await dba('GET', `${one}/extras`)).body.fields, { cost: 5.5, grade: 'a' });

      const fields = (await metadata.listChanges(db, { entity: 'application', entityId: ids.wiki, limit: 100 })).map(
        (c) => c.field,
      );
      assert.deepEqual(fields.filter((name) => name === 'field.boss' || name === 'label.team').length, 4);
      await inTransaction(db, (tx) => metadata.removeApplication(tx, ids.wiki ?? '', { kind: 'person', id: 'u1' }));
      assert.deepEqual((await dba('GET', '/api/labels')).body.items, []);
      assert.equal((await dba('GET', '/api/custom-fields?dimension=application')).body.items[1].filled, 0);
      assert.equal((await dba('GET', `${one}/extras`)).body.code, 'APPLICATION_NOT_FOUND');
    } finally {
      await test.close();
    }
  },
  options,
);
