import assert from 'node:assert/strict';
import { forEachStore } from '../../platform/database/testing.ts';
import { refused as refusedClearly, type TestedAnswer } from '../../platform/http/testing.ts';
import { adoptionTestMigrations, openAdoptionPlatform } from './testing/adoption-platform.ts';

const account = { user: 'watch', password: 'Secret-77' };

function refused(answer: TestedAnswer, code: string, path?: string): void {
  refusedClearly(answer, code, path);
  assert.doesNotMatch(JSON.stringify(answer.body), /Secret-77/);
}

forEachStore(
  'each wrong input to the allow-list and to a discovery is one clear problem, and nothing was begun',
  async ({ db }) => {
    await using platform = await openAdoptionPlatform(db);
    const { call, allow } = platform;
    const put = (as: 'dba' | 'administrator', ...cidrs: string[]) =>
      call(as, 'PUT', '/api/network-allow-list', { networks: cidrs.map((cidr) => ({ cidr })) });
    refused(await put('dba', '10.0.0.0/8'), 'NOT_AN_ADMINISTRATOR');
    refused(await put('administrator', '0.0.0.0/0', 'db'), 'FORM_INVALID', 'networks.1.cidr');
    assert.equal((await call('nobody', 'GET', '/api/network-allow-list')).status, 401);

    const discover = (form: object, as: 'dba' | 'requester' = 'dba') => call(as, 'POST', '/api/discoveries', form);
    refused(await discover({ text: '127.0.0.1', account }), 'ALLOW_LIST_EMPTY');
    await allow('127.77.0.0/16');
    const wrong: readonly (readonly [object, string, string?])[] = [
      [{ account }, 'FORM_INVALID', 'text'],
      [{ text: '127.0.0.1', servers: [{ host: '127.0.0.1' }], account }, 'FORM_INVALID', 'text'],
      [{ text: '127.0.0.1' }, 'FORM_INVALID', 'text'],
      [{ text: '127.0.0.1:0', account }, 'FORM_INVALID', 'text'],
      [{ text: '127.0.0.1', account: { user: 'root', password: 'Secret-77' } }, 'FORM_INVALID', 'account.user'],
      [{ text: '127.0.0.1', account: { user: 'watch', password: '' } }, 'FORM_INVALID', 'account.password'],
      [{ text: 'host,port\n"127.0.0.1', account }, 'FORM_INVALID', 'text'],
      [{ text: 'servers: {', format: 'yaml', account }, 'FORM_INVALID', 'text'],
      [{ text: 'x', format: 'xml', account }, 'INPUT_INVALID', 'body.format'],
      [{ servers: [{ host: '127.0.0.1', port: 70_000 }], account }, 'INPUT_INVALID', 'body.servers.0.port'],
      [{ servers: [{ host: 'a b' }], account }, 'FORM_INVALID', 'servers.0.host'],
      [{ text: 'x'.repeat(500_001), account }, 'INPUT_INVALID', 'body.text'],
    ];
    for (const [form, code, path] of wrong) refused(await discover(form), code, path);
    refused(await discover({ text: '127.0.0.1', account }, 'requester'), 'NOT_AN_OPERATOR');
    assert.deepEqual((await call('dba', 'GET', '/api/discoveries')).body.items, []);
    assert.deepEqual(await db.selectFrom('secret').selectAll().execute(), [], 'no password was kept');
    refused(await call('dba', 'GET', '/api/discoveries/none'), 'DISCOVERY_NOT_FOUND');
    refused(await call('dba', 'POST', '/api/discoveries/none/cancel'), 'DISCOVERY_NOT_FOUND');

    // Outside the list: named, not looked at, and no password went there.
    const outside = await platform.discover({ text: '127.0.0.1:1\n192.0.2.1', account });
    assert.equal(outside.state, 'done');
    assert.deepEqual(outside.progress.looked, 0);
    assert.deepEqual(outside.leftOut.map(({ server }) => server).sort(), ['127.0.0.1:1', '192.0.2.1:3306']);
    for (const { because } of outside.leftOut) assert.match(because.en, /in no network of the allow-list/);
    for (const { abilities } of outside.clusters) assert.equal(abilities.adopt.because, 'NO_SERVER_ANSWERED');
  },
  { migrations: adoptionTestMigrations },
);

forEachStore(
  'each wrong choice of a ticket is one clear problem at its place',
  async ({ db }) => {
    await using platform = await openAdoptionPlatform(db);
    const { call, allow } = platform;
    await allow('127.77.0.0/16');
    const { id, clusters } = await platform.discover({ text: '127.77.0.1:1', account, follow: false });
    const key = clusters[0]?.key ?? '';
    const one = { key, name: 'orders' };
    const ticket = (kind: string, form: object) => call('dba', 'POST', '/api/tickets', { kind, form, reason: 'test' });
    const wrong: readonly (readonly [object, string])[] = [
      [{ discoveryId: 'none', clusters: [one] }, 'discoveryId'],
      [{ discoveryId: id, clusters: [] }, 'clusters'],
      [{ clusters: [one] }, 'discoveryId'],
      [{ discoveryId: id, clusters: [one] }, 'clusters.0.key'],
      [{ discoveryId: id, clusters: [{ ...one, key: 'other' }] }, 'clusters.0.key'],
      [{ discoveryId: id, clusters: [{ ...one, name: 'Orders!' }] }, 'clusters.0.name'],
      [{ discoveryId: id, clusters: [{ key }] }, 'clusters.0.name'],
      [{ discoveryId: id, clusters: [one, one] }, 'clusters.1.name'],
      [{ discoveryId: id, clusters: [{ ...one, applicationId: 'none' }] }, 'clusters.0.applicationId'],
      [{ discoveryId: id, clusters: [{ ...one, environment: '' }] }, 'clusters.0.environment'],
      [{ discoveryId: id, clusters: [one], level: 'ha' }, 'level'],
    ];
    for (const [form, path] of wrong) refused(await ticket('fleet.adopt', form), 'FORM_INVALID', path);

    const raise: readonly (readonly [object, string, string?])[] = [
      [{}, 'FORM_INVALID', 'clusterId'],
      [{ clusterId: 'none', level: 'back-up', accountId: 'x' }, 'CLUSTER_NOT_FOUND'],
      [{ clusterId: 'none', level: 'root', accountId: 'x' }, 'FORM_INVALID', 'level'],
      [{ clusterId: 'none', level: 'observe', accountId: 'x' }, 'FORM_INVALID', 'level'],
      [{ clusterId: 'none', level: 'back-up' }, 'FORM_INVALID', 'accountId'],
      [{ clusterId: 'none', level: 'back-up', accountId: '' }, 'FORM_INVALID', 'accountId'],
    ];
    for (const [form, code, path] of raise) refused(await ticket('fleet.raise-level', form), code, path);
    refused(
      await call('requester', 'POST', '/api/tickets', { kind: 'fleet.adopt', form: {}, reason: 'x' }),
      'TICKET_KIND_NOT_ALLOWED',
    );
  },
  { migrations: adoptionTestMigrations },
);
