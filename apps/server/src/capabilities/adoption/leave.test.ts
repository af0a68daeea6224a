import assert from 'node:assert/strict';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Db } from '../../platform/database/schema.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import type { ClusterLevel } from '../metadata/index.ts';
import { levels } from './policy.ts';
import { insertLevelAccount } from './store.ts';
import { adoptionTestMigrations, openAdoptionPlatform } from './testing/adoption-platform.ts';
import type { AdoptionPlatform } from './testing/in-platform.ts';

const source = { kind: 'person', id: 'u' } as const;
const options = { migrations: adoptionTestMigrations };
const purposes = ['observe', 'backup', 'operate', 'ha'] as const;

/** A cluster as adoption leaves it at a level: hosts known by their address, an account a level, a flaw on each server. */
async function adopted({ metadata, secrets, ports }: AdoptionPlatform, db: Db, name: string, level: ClusterLevel) {
  return inTransaction(db, async (tx) => {
    const common = { flavor: 'mysql', version: '8.4.6', maintenance: null } as const;
    const { id } = await metadata.addCluster(
      tx,
      {
        ...common,
        ...{ name, topology: 'primary-replica', applicationId: null, environment: 'test', state: 'running', fixed: {} },
        ...{ level, managedBy: null },
      },
      source,
    );
    const secretOf = (label: string) => secrets.put(tx, { kind: 'password', label, value: `pw-${label}` });
    for (const [at, role] of (['primary', 'replica'] as const).entries()) {
      const address = `10.0.0.${at + 1}`;
      const known = (await metadata.listHosts(tx)).find((host) => host.address === address);
      const fields = { name: `db-${at + 1}`, address, zone: 'default', baseDirectory: '', paths: [] };
      const host = known ?? (await metadata.addHost(tx, { ...fields, poolState: 'in-use' }, source));
      const seat = { hostId: host.id, port: 3306, clusterId: id, packageId: null, directory: '' };
      const instance = await metadata.addInstance(
        tx,
        { ...common, ...seat, role, state: 'running', serverId: at + 1 },
        source,
      );
      await ports.findings.report(tx, {
        ...{ source: 'sweep', scope: `instance/${instance.id}`, at: 1 },
        findings: [{ code: 'SERVER_UNREACHABLE', entity: 'instance', entityId: instance.id, clusterId: id }],
      });
    }
    for (const purpose of purposes.slice(0, levels.indexOf(level) + 1)) {
      const login = { clusterId: id, purpose, user: `of_${purpose}`, hostPattern: '%' };
      await metadata.addAccount(tx, { ...login, secretId: await secretOf(purpose) }, source);
    }
    // Checked for a level, its ticket never opened.
    await insertLevelAccount(tx, {
      ...{ id: `${name}-checked`, clusterId: id, level: 'ha', user: 'x', secretId: await secretOf('checked') },
      ...{ checkedAt: 1, checkedBy: 'ada' },
    });
    return id;
  });
}

const countOf = async (db: Db, table: 'secret' | 'level_account' | 'host' | 'cluster_account') =>
  (await db.selectFrom(table).selectAll().execute()).length;

forEachStore(
  'a level is lowered by a ticket: what stands above it is forgotten, the rest stays',
  async ({ db }) => {
    await using platform = await openAdoptionPlatform(db);
    const clusterId = await adopted(platform, db, 'orders', 'ha');
    const refused = async (level: string) =>
      (await platform.call('dba', 'POST', '/api/tickets', { kind: 'fleet.lower-level', form: { clusterId, level } }))
        .body;
    assert.match((await refused('ha')).code, /FORM_INVALID/);
    assert.equal((await platform.runTicket('fleet.lower-level', { clusterId, level: 'back-up' })).state, 'done');
    const accounts = await platform.metadata.listAccounts(db, clusterId);
    assert.deepEqual(
      accounts.map(({ purpose }) => purpose),
      ['backup', 'observe'],
    );
    assert.deepEqual([await countOf(db, 'secret'), await countOf(db, 'level_account')], [2, 0]);
    const { body: now } = await platform.call('dba', 'GET', `/api/clusters/${clusterId}/levels`);
    assert.deepEqual(
      now.levels.map(({ state, drop }: { state: string; drop?: string }) => [state, drop]),
      [
        ['entered', "DROP USER IF EXISTS 'of_observe'@'%';"],
        ['entered', "DROP USER IF EXISTS 'of_backup'@'%';"],
        ['next', undefined],
        ['later', undefined],
      ],
    );
    const upward = await refused('operate');
    assert.match(JSON.stringify(upward.faults), /stands at .*back-up/);
    assert.equal((await platform.runTicket('fleet.lower-level', { clusterId, level: 'observe' })).state, 'done');
    assert.match(JSON.stringify((await refused('observe')).faults), /lowest level already/);
    const { body: end } = await platform.call('dba', 'GET', `/api/clusters/${clusterId}/levels`);
    assert.deepEqual([end.abilities.lower.because, end.abilities.release.allowed], ['LEVEL_LOWEST', true]);
    assert.doesNotMatch(platform.lines.join('\n'), /pw-/);
  },
  options,
);

forEachStore(
  'a cluster is let go by a ticket: nothing of it is looked at or kept in the secrets box, its history is, and it may come again',
  async ({ db }) => {
    await using platform = await openAdoptionPlatform(db);
    const clusterId = await adopted(platform, db, 'orders', 'operate');
    assert.equal((await platform.runTicket('fleet.release', { clusterId })).state, 'done');
    assert.deepEqual(
      [await countOf(db, 'secret'), await countOf(db, 'cluster_account'), await countOf(db, 'level_account')],
      [0, 0, 0],
    );
    assert.equal(await countOf(db, 'host'), 0, 'hosts that were known by these servers alone');
    const { body: open } = await platform.call('dba', 'GET', `/api/findings?clusterId=${clusterId}`);
    assert.deepEqual(open.items, []);
    const { body: closed } = await platform.call('dba', 'GET', `/api/findings?clusterId=${clusterId}&state=closed`);
    assert.equal(closed.items.length, 2, 'what was found is history');
    assert.deepEqual((await platform.call('dba', 'GET', '/api/clusters')).body.items, []);
    const page = await platform.call('dba', 'GET', `/api/clusters/${clusterId}`);
    assert.deepEqual([page.body.state, page.body.instances.length], ['decommissioned', 2]);
    const one = await platform.call('dba', 'GET', `/api/instances/${page.body.instances[0].id}`);
    assert.deepEqual([one.status, one.body.state, one.body.name], [200, 'decommissioned', 'db-1:3306']);
    const changes = await platform.metadata.listChanges(db, { entity: 'cluster', entityId: clusterId, limit: 20 });
    assert.ok(changes.some(({ field, after }) => field === 'account.operate' && after === null));

    const again = await platform.call('dba', 'POST', '/api/tickets', { kind: 'fleet.release', form: { clusterId } });
    assert.equal(again.body.code, 'CLUSTER_LET_GO');
    const { body: levelsNow } = await platform.call('dba', 'GET', `/api/clusters/${clusterId}/levels`);
    assert.deepEqual(
      Object.values(levelsNow.abilities).map((ability) => (ability as { because?: string }).because),
      ['CLUSTER_LET_GO', 'CLUSTER_LET_GO', 'CLUSTER_LET_GO'],
    );
    assert.notEqual(await adopted(platform, db, 'orders', 'observe'), clusterId, 'name and seats are free');
  },
  options,
);

forEachStore(
  'a host that carries somebody else, and a cluster that the platform deployed, stay',
  async ({ db }) => {
    await using platform = await openAdoptionPlatform(db);
    const { metadata } = platform;
    const clusterId = await adopted(platform, db, 'orders', 'observe');
    const [shared] = await metadata.listHosts(db);
    const seat = {
      hostId: shared?.id ?? '',
      port: 3307,
      clusterId: null,
      packageId: 'p',
      directory: '/d',
      serverId: 9,
    };
    const kind = {
      flavor: 'mysql',
      version: '8.4.6',
      role: 'standalone',
      state: 'running',
      maintenance: null,
    } as const;
    await inTransaction(db, (tx) => metadata.addInstance(tx, { ...seat, ...kind }, source));
    assert.equal((await platform.runTicket('fleet.release', { clusterId })).state, 'done');
    assert.deepEqual(
      (await metadata.listHosts(db)).map(({ id }) => id),
      [shared?.id],
    );
    const own = await inTransaction(db, async (tx) => {
      const { id } = await metadata.addCluster(
        tx,
        {
          ...{ name: 'ours', flavor: 'mysql', version: '8.4.6', topology: 'single', applicationId: null },
          ...{ environment: 'test', state: 'running', fixed: {}, maintenance: null },
        },
        source,
      );
      await metadata.addInstance(tx, { ...seat, ...kind, port: 3308, clusterId: id }, source);
      return id;
    });
    const release = { kind: 'fleet.release', form: { clusterId: own } };
    assert.equal((await platform.call('dba', 'POST', '/api/tickets', release)).body.code, 'CLUSTER_NOT_ADOPTED');
    assert.equal((await platform.call('requester', 'POST', '/api/tickets', release)).status, 403);
  },
  options,
);
