import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { inLab, startServer } from '@myriad/lab';
import { levelStatements, parseVersion } from '@myriad/mysql';
import { type Moment, watchJournal } from '../../crash/watch-journal.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { openDatabase } from '../../platform/database/open-database.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { keyRing, newKey } from '../../platform/secrets/key-ring.ts';
import { setAllowList } from './allow-list.ts';
import { checkAccount } from './levels/check-account.ts';
import { prepareAdopt } from './prepare-adopt.ts';
import { startDiscovery } from './start-discovery.ts';
import { findDiscovery } from './store.ts';
import { adoptionTestMigrations, openAdoptionPlatform } from './testing/adoption-platform.ts';

const password = 'Looks-0nly-7';
const actor: Actor = { id: 'u', name: 'ada', roles: ['administrator', 'dba'], via: 'session' };
const note = async () => undefined;

const nameOf = ({ taskKind, what, stepId = '' }: Moment) => `${taskKind} ${what} ${stepId}`;

test('whatever moment the platform dies at, a cluster is taken over, raised, lowered and let go once, and the record is right', (t) =>
  inLab(t, async ({ folder, use }) => {
    const server = use(await startServer({ flavor: 'mariadb', folder: join(folder, 'db') }));
    const version = parseVersion(server.version, 'mariadb');
    for (const level of ['observe', 'back-up'] as const)
      for (const { sql } of levelStatements(version, level, { user: level, host: '%' }, password))
        await server.rows(sql);
    const file = join(folder, 'store.db');
    const store = await openDatabase({ store: { file }, migrations: adoptionTestMigrations });
    use({ [Symbol.asyncDispose]: () => store.close() });
    const { db } = store;
    const keys = keyRing([newKey()]);
    const deaths = new Set<string>();

    /** One life: it ends at the first moment nobody has died at yet, or when the task is over. */
    async function live(work: (platform: Awaited<ReturnType<typeof openAdoptionPlatform>>) => Promise<string>) {
      let isDead = false;
      const reach = async (moment: Moment) => {
        if (!isDead && !deaths.has(nameOf(moment))) {
          deaths.add(nameOf(moment));
          isDead = true;
        }
        if (isDead) throw new Error(`died at ${nameOf(moment)}`);
      };
      const journal: Parameters<typeof openAdoptionPlatform>[1] = {
        ...{ keys, withoutUsers: true },
        // Whoever is dead writes nothing more.
        journal: (run) => {
          const watched = watchJournal(run, reach);
          const alive = () => assert.ok(!isDead, 'dead');
          return {
            ...watched,
            append: async (...change) => {
              alive();
              await watched.append(...change);
            },
            record: async (...work) => {
              alive();
              return watched.record(...work);
            },
          };
        },
      };
      await using platform = await openAdoptionPlatform(db, journal);
      const taskId = await work(platform);
      // Awaited here: the platform closes with this scope.
      return await platform.until(`a life after ${[...deaths].join(', ')}`, 60, async () => {
        if (isDead) return { taskId, state: 'dead' };
        const found = await platform.tasks.findTaskState(db, taskId);
        return found && ['done', 'failed', 'paused'].includes(found.state) ? { taskId, state: found.state } : undefined;
      });
    }
    async function liveUntilOver(begin: Parameters<typeof live>[0]) {
      let { taskId, state } = await live(begin);
      for (let lives = 1; state === 'dead' && lives < 30; lives++) ({ taskId, state } = await live(async () => taskId));
      assert.equal(state, 'done', [...deaths].join('\n'));
    }
    const start = (platform: Awaited<ReturnType<typeof openAdoptionPlatform>>, kind: string, input: unknown) =>
      platform.tasks
        .planTask(kind, input)
        .then((plan) => inTransaction(db, (tx) => platform.tasks.createTask(tx, plan)))
        .then(({ id }) => id);

    await liveUntilOver(async (platform) => {
      await setAllowList(platform.adoption.parts, actor, [{ cidr: '127.0.0.0/8', note: '' }], note);
      const form = { servers: [{ host: server.address, port: server.port }], account: { user: 'observe', password } };
      const discoveryId = await startDiscovery(platform.adoption, actor, form, note);
      const found = await platform.until('a discovery', 60, async () => {
        const record = await findDiscovery(db, discoveryId);
        return record?.found?.clusters[0];
      });
      const chosen = { key: found.key, name: 'alone', environment: 'test' };
      const [input] = await prepareAdopt(platform.ports, { discoveryId, clusters: [chosen], level: 'observe' });
      return start(platform, 'adoption.adopt-cluster', input);
    });
    const clusters = await db.selectFrom('cluster').selectAll().execute();
    assert.deepEqual(
      clusters.map(({ name, level }) => [name, level]),
      [['alone', 'observe']],
    );
    assert.equal((await db.selectFrom('instance').selectAll().execute()).length, 1);
    assert.equal((await db.selectFrom('host').selectAll().execute()).length, 1);
    assert.ok((await db.selectFrom('finding').selectAll().execute()).length > 3);
    assert.ok(deaths.size >= 8, [...deaths].join('\n'));

    const clusterId = clusters[0]?.id ?? '';
    await liveUntilOver(async (platform) => {
      const form = { clusterId, level: 'back-up', user: 'back-up', password } as const;
      const { id: accountId } = await checkAccount(platform.adoption.parts, actor, form, note);
      return start(platform, 'adoption.raise-level', { clusterId, level: 'back-up', accountId, user: 'back-up' });
    });
    const accounts = await db.selectFrom('cluster_account').selectAll().orderBy('purpose').execute();
    assert.deepEqual(
      accounts.map(({ purpose, user_name }) => [purpose, user_name]),
      [
        ['backup', 'back-up'],
        ['observe', 'observe'],
      ],
    );
    // Of each kind one: those of the discovery and of the check, and the two that the record keeps.
    assert.equal((await db.selectFrom('secret').selectAll().execute()).length, 4);
    assert.ok(deaths.size >= 14, [...deaths].join('\n'));

    const lower = { clusterId, level: 'observe' };
    await liveUntilOver(async (platform) => start(platform, 'adoption.lower-level', lower));
    await liveUntilOver(async (platform) => start(platform, 'adoption.release-cluster', { clusterId }));
    assert.deepEqual(await db.selectFrom('cluster_account').selectAll().execute(), []);
    assert.equal(
      (await db.selectFrom('secret').selectAll().execute()).length,
      1,
      'that of the discovery, for seven days',
    );
    assert.ok(deaths.size >= 20, [...deaths].join('\n'));
  }));
