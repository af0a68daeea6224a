import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { type LabServer, startServer } from '@myriad/lab';
import { type AdoptionPlatform, inPlatform } from './testing/in-platform.ts';

const password = 'Level-0nly-7';

/** The statements the platform prints, run as a person pastes them. */
async function paste(platform: AdoptionPlatform, server: LabServer, level: string, user: string): Promise<void> {
  const { flavor, version } = server;
  const numbers = /\d+\.\d+\.\d+/.exec(version)?.[0];
  const query = new URLSearchParams({ flavor, version: numbers ?? '', user });
  const { body } = await platform.call('requester', 'GET', `/api/access-levels/${level}/grants?${query}`);
  for (const { sql } of body.statements) await server.rows(sql.replace('<password>', password));
}

async function adopt(platform: AdoptionPlatform, server: LabServer): Promise<string> {
  await platform.allow('127.0.0.0/8');
  await paste(platform, server, 'observe', 'watch');
  return takeOver(platform, server);
}

async function takeOver(platform: AdoptionPlatform, server: LabServer): Promise<string> {
  const servers = [{ host: server.address, port: server.port }];
  const { id, clusters } = await platform.discover({ servers, account: { user: 'watch', password } });
  const form = { discoveryId: id, clusters: [{ key: clusters[0]?.key, name: 'alone' }] };
  assert.equal((await platform.runTicket('fleet.adopt', form)).state, 'done');
  const { body } = await platform.call('dba', 'GET', '/api/clusters');
  return body.items[0].id;
}

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`a ${flavor} cluster rises level by level, each with exactly the account that is printed for it`, (t) =>
    inPlatform(t, async (platform, { folder, use }) => {
      const server = use(await startServer({ flavor, folder: join(folder, 'db'), performanceSchema: 'on' }));
      const clusterId = await adopt(platform, server);
      const url = `/api/clusters/${clusterId}/level-accounts`;
      const check = (form: object, as: 'dba' | 'requester' = 'dba') => platform.call(as, 'POST', url, form);
      const wrong: readonly (readonly [object, string])[] = [
        [{ level: 'operate', user: 'x', password }, 'LEVEL_NOT_NEXT'],
        [{ level: 'observe', user: 'x', password }, 'LEVEL_NOT_NEXT'],
        [{ level: 'all', user: 'x', password }, 'INPUT_INVALID'],
        [{ level: 'back-up', user: 'root', password }, 'FORM_INVALID'],
        [{ level: 'back-up', user: '', password }, 'INPUT_INVALID'],
        [{ level: 'back-up', user: 'x', password: '' }, 'INPUT_INVALID'],
        [{ level: 'back-up', password }, 'INPUT_INVALID'],
        [{ user: 'x', password }, 'INPUT_INVALID'],
      ];
      for (const [form, code] of wrong) assert.equal((await check(form)).body.code, code, JSON.stringify(form));
      assert.equal((await check({ level: 'back-up', user: 'x', password }, 'requester')).body.code, 'NOT_AN_OPERATOR');
      const none = await platform.call('dba', 'POST', '/api/clusters/none/level-accounts', wrong[0]?.[0]);
      assert.equal(none.body.code, 'CLUSTER_NOT_FOUND');

      // Too little, too much, or not let in: named, and nothing is kept.
      const locked = (await check({ level: 'back-up', user: 'nobody', password })).body;
      assert.ok(!locked.fits && locked.id === undefined && locked.servers[0].because, JSON.stringify(locked));
      const little = (await check({ level: 'back-up', user: 'watch', password })).body;
      assert.ok(!little.fits && little.servers[0].missing.includes('RELOAD on *.*'), JSON.stringify(little));
      await server.rows(`create user mighty@'%' identified by '${password}'`);
      await server.rows("grant all on *.* to mighty@'%' with grant option");
      const mighty = (await check({ level: 'back-up', user: 'mighty', password })).body;
      assert.ok(!mighty.fits && mighty.servers[0].forbidden.includes('GRANT OPTION on *.*'), JSON.stringify(mighty));
      assert.deepEqual(mighty.servers[0].missing, []);
      assert.equal((await platform.db.selectFrom('level_account').selectAll().execute()).length, 0);

      for (const level of ['back-up', 'operate', 'ha'] as const) {
        await paste(platform, server, level, `of_${level}`);
        const { body } = await check({ level, user: `of_${level}`, password });
        const [asked] = body.servers;
        assert.deepEqual([body.fits, asked.missing, asked.missingOptional, asked.surplus], [true, [], [], []], level);
        const form = { clusterId, level, accountId: body.id };
        const preview = await platform.call('dba', 'POST', '/api/tickets/preview', { kind: 'fleet.raise-level', form });
        assert.match(preview.body.title.en, /^Raise alone to/);
        const other = { ...form, level: level === 'ha' ? 'operate' : 'ha' };
        const refused = await platform.call('dba', 'POST', '/api/tickets', { kind: 'fleet.raise-level', form: other });
        assert.deepEqual(
          refused.body.faults.map(({ path }: { path: string }) => path),
          ['level', 'accountId'],
        );
        assert.equal((await platform.runTicket('fleet.raise-level', form)).state, 'done');
        const cluster = await platform.call('dba', 'GET', `/api/clusters/${clusterId}`);
        assert.equal(cluster.body.level, level);
      }
      const { body: end } = await platform.call('requester', 'GET', `/api/clusters/${clusterId}/levels`);
      assert.deepEqual(
        end.levels.map(({ state, user }: { state: string; user: string }) => [state, user]),
        ['watch', 'of_back-up', 'of_operate', 'of_ha'].map((user) => ['entered', user]),
      );
      assert.equal(end.abilities.raise.because, 'LEVEL_HIGHEST');
      // What asks for an admin gets the account of the level.
      const [instance] = await platform.metadata.listInstances(platform.db, { clusterId });
      await using session = await platform.paths.access.openInstance(instance?.id ?? '', { as: 'admin' });
      const [row] = await session.query('select current_user() as who');
      assert.equal(row?.who, 'of_operate@%');

      // Down again, let go, and taken over anew with the account that stayed on the server.
      const [accounts] = await server.rows('select count(*) as n from mysql.user');
      assert.equal((await platform.runTicket('fleet.lower-level', { clusterId, level: 'back-up' })).state, 'done');
      const admin = platform.paths.access.openInstance(instance?.id ?? '', { as: 'admin' });
      await assert.rejects(admin, 'there is no account of that level any more');
      assert.equal((await platform.runTicket('fleet.release', { clusterId })).state, 'done');
      const looking = platform.paths.access.openInstance(instance?.id ?? '', { as: 'observe' });
      await assert.rejects(looking, 'nor any to look with');
      const again = await takeOver(platform, server);
      assert.notEqual(again, clusterId);
      const taken = await platform.metadata.getCluster(platform.db, again);
      assert.deepEqual([taken.name, taken.level], ['alone', 'observe']);
      assert.deepEqual(await server.rows('select count(*) as n from mysql.user'), [accounts], 'none was dropped');
      assert.doesNotMatch([...platform.lines, ...platform.httpLines].join('\n'), new RegExp(password));
    }));

test('grants taken away between the check and the approval stop the task, which names them', (t) =>
  inPlatform(t, async (platform, { folder, use }) => {
    const server = use(await startServer({ flavor: 'mariadb', folder: join(folder, 'db') }));
    const clusterId = await adopt(platform, server);
    await paste(platform, server, 'back-up', 'saver');
    const body = { level: 'back-up', user: 'saver', password };
    const { id: accountId } = (await platform.call('dba', 'POST', `/api/clusters/${clusterId}/level-accounts`, body))
      .body;
    await server.rows("revoke lock tables on *.* from saver@'%'");
    const ticket = await platform.runTicket('fleet.raise-level', { clusterId, level: 'back-up', accountId });
    assert.equal(ticket.subTickets[0].taskState, 'paused', JSON.stringify(ticket));
    const task = await platform.call('dba', 'GET', `/api/tasks/${ticket.subTickets[0].taskId}`);
    assert.match(JSON.stringify(task.body), /GRANTS_DO_NOT_FIT.*LOCK TABLES on \*\.\*/);
    assert.equal((await platform.metadata.getCluster(platform.db, clusterId)).level, 'observe');

    // A network taken off the list, or a host sent elsewhere by hand: no password goes there any more.
    const [instance] = await platform.metadata.listInstances(platform.db, { clusterId });
    const open = () => platform.paths.access.openInstance(instance?.id ?? '', { as: 'observe' });
    await (await open())[Symbol.asyncDispose]();
    await platform.allow('10.0.0.0/8');
    await assert.rejects(open(), { code: 'ADDRESS_NOT_ALLOWED' });
  }));
