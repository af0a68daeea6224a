import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLab, type LabServer, startServer } from '@myriad/lab';
import { createPathPool, type MysqlSession, open } from '@myriad/paths';
import {
  type AccessLevel,
  levelStatements,
  type Part,
  parseVersion,
  readGlance,
  readPortrait,
  type ServerPortrait,
  statementCatalogue,
  statementShape,
} from '../index.ts';

const options = { pool: createPathPool() };
const password = 'Looks-0nly';
const hostile = "o'brien `$(x)` <b>\u202e";

async function startObserved(flavor: 'mysql' | 'mariadb', folder: string): Promise<LabServer> {
  const server = await startServer({ flavor, folder, options: flavor === 'mysql' ? [] : ['--event-scheduler=ON'] });
  await server.rows('create database shop');
  await server.rows("create table shop.visit (id int primary key, card varchar(20) comment 'sensitive')");
  await server.rows("insert into shop.visit values (1, '4111-1111')");
  await server.rows('create table shop.hits (n int) engine=MyISAM');
  await server.rows(`create table shop.\`${hostile.replaceAll('`', '``')}\` (id int primary key)`);
  await server.rows('create event shop.purge on schedule every 1 day disable do select 1');
  return server;
}

async function enter(server: LabServer, level: AccessLevel, grants: 'all' | 'needed' = 'all'): Promise<MysqlSession> {
  const version = parseVersion(server.version, server.flavor);
  const user = `my_${level.replace('-', '_')}${grants === 'all' ? '' : '_bare'}`;
  for (const { sql, optional } of levelStatements(version, level, { user, host: '%' }, password))
    if (grants === 'all' || !optional) await server.rows(sql);
  const at = { host: server.address, port: server.port };
  return open([{ kind: 'mysql', at, user, password, tls: 'preferred' }], options);
}

/** What the server itself received from the account, in its own log. */
async function received(server: LabServer, user: string): Promise<readonly string[]> {
  const rows = await server.rows(
    "select convert(argument using utf8mb4) as text from mysql.general_log where user_host like ? and command_type in ('Query', 'Execute', 'Prepare')",
    [`${user}[%`],
  );
  return rows.map((row) => String(row.text));
}

const executed = async (server: LabServer) => {
  const isMysql = server.flavor === 'mysql';
  const [row] = await server.rows(`select ${isMysql ? '@@gtid_executed' : '@@gtid_binlog_pos'} as gtids`);
  return row?.gtids;
};

const refusedParts = (portrait: ServerPortrait): readonly string[] =>
  Object.entries({ ...portrait, ...portrait.contents }).flatMap(([name, part]: [string, unknown]) =>
    typeof part === 'object' && part !== null && 'ok' in part && part.ok === false ? [name] : [],
  );

const must = <T>(part: Part<T>): T => {
  assert.ok(part.ok, part.ok ? '' : part.refused);
  return part.value;
};

for (const flavor of ['mysql', 'mariadb'] as const) {
  test(`${flavor}: at observe all is seen but secrets and rows, and nothing is written`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const server = use(await startObserved(flavor, folder));
      const session = use(await enter(server, 'observe'));
      const version = parseVersion(server.version, flavor);
      await server.rows("set global log_output = 'TABLE'");
      await server.rows('set global general_log = ON');
      const before = await executed(server);

      // A session of its own, so that what it begins with is in the log too.
      const at = { host: server.address, port: server.port };
      const second = use(await open([{ kind: 'mysql', at, user: 'my_observe', password, tls: 'preferred' }], options));
      const glance = await readGlance(second, version);
      const portrait = await readPortrait(second, version);

      assert.equal(glance.version.text, version.text);
      assert.equal(glance.readOnly, false);
      assert.ok(Math.abs(glance.clockOffsetMilliseconds ?? Infinity) < 5_000, `${glance.clockOffsetMilliseconds}`);
      assert.deepEqual(glance.channels, []);
      const unseen = flavor === 'mysql' ? ['emptyPasswords', 'events', 'uses'] : ['emptyPasswords', 'uses'];
      assert.deepEqual([...refusedParts(portrait)].sort(), unseen, JSON.stringify(portrait.events));

      assert.equal(portrait.managed, null);
      const tables = must(portrait.contents.tables);
      assert.deepEqual(tables.map(({ name }) => name).sort(), ['hits', hostile, 'visit'].sort());
      assert.ok(tables.every(({ dataBytes }) => dataBytes !== null));
      const card = must(portrait.contents.columns).find(({ name }) => name === 'card');
      assert.deepEqual([card?.table, card?.comment], ['visit', 'sensitive']);
      assert.ok(must(portrait.contents.indexes).some(({ table, name }) => table === 'visit' && name === 'PRIMARY'));
      assert.deepEqual(must(portrait.nonTransactional), [{ schema: 'shop', table: 'hits', engine: 'MyISAM' }]);
      const account = must(portrait.accounts).find(({ user }) => user === 'my_observe');
      assert.ok(account?.global.includes('PROCESS') && !account.global.includes('SUPER'));
      if (flavor === 'mariadb')
        assert.deepEqual(
          must(portrait.events).map(({ name }) => name),
          ['purge'],
        );

      for (const forbidden of [
        'select * from shop.visit',
        'select authentication_string from mysql.user',
        'insert into shop.visit values (2, 1)',
        'create table shop.fk (id int, foreign key (id) references shop.visit (id))',
        'set global max_connections = 5',
        ...(flavor === 'mysql' ? ['show binlog events'] : []),
      ])
        await assert.rejects(session.query(forbidden), /denied/i, forbidden);

      assert.equal(await executed(server), before);
      const shapes = new Set(statementCatalogue.flatMap(({ texts }) => texts(version)).map(statementShape));
      const sent = (await received(server, 'my_observe')).filter(
        (text) => !/shop\.(visit|fk)|max_connections = 5|^select authentication_string|^show binlog/.test(text),
      );
      assert.ok(sent.length > 15, `${sent.length} statements`);
      assert.deepEqual(
        sent.filter((text) => !shapes.has(statementShape(text))),
        [],
        'sent past the catalogue',
      );
      for (const text of sent) assert.match(text, /^(select|show|set session|kill query)\b/i);
    }));

  test(`${flavor}: each level’s account can do its work and nothing past it`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const server = use(await startObserved(flavor, folder));
      const version = parseVersion(server.version, flavor);
      const levels = ['back-up', 'operate', 'ha'] as const;
      const sessions = new Map<AccessLevel, MysqlSession>();
      for (const level of levels) {
        const session = use(await enter(server, level));
        sessions.set(level, session);
        assert.equal((await readGlance(session, version)).version.text, version.text, level);
        await assert.rejects(session.query('create database other'), /denied/i, level);
        await assert.rejects(session.query("create user x identified by 'y'"), /denied|privilege/i, level);
      }
      assert.equal((await sessions.get('back-up')?.query('select * from shop.visit'))?.length, 1);
      for (const level of ['operate', 'ha'] as const)
        await assert.rejects(async () => sessions.get(level)?.query('select * from shop.visit'), /denied/i, level);

      const ha = sessions.get('ha');
      await ha?.query(`set global ${flavor === 'mysql' ? 'super_read_only' : 'read_only'} = on`);
      await ha?.query('set global read_only = off');
      if (flavor === 'mysql') await sessions.get('operate')?.query('set global max_connections = 150');
      await server.rows(`create user app@'%' identified by '${password}'`);
      const at = { host: server.address, port: server.port };
      const application = use(await open([{ kind: 'mysql', at, user: 'app', password, tls: 'preferred' }], options));
      const [own] = await application.query('select connection_id() as id');
      await sessions.get('operate')?.query(`kill ${own?.id}`);
      await assert.rejects(application.query('select 1'));
    }));
}

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`${flavor}: without the optional grants less is seen, and what is not seen is named`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const server = use(await startObserved(flavor, folder));
      const version = parseVersion(server.version, flavor);
      const session = use(await enter(server, 'observe', 'needed'));
      assert.equal((await readGlance(session, version)).version.text, version.text);
      const portrait = await readPortrait(session, version);
      const unseen = ['accounts', 'columns', 'emptyPasswords', 'events', 'schemaGrants', 'uses'];
      if (flavor === 'mariadb') unseen.push('binlogFilters');
      assert.deepEqual([...refusedParts(portrait)].sort(), unseen.sort());
      assert.equal(must(portrait.contents.tables).length, 3);
    }));

test('what one account may not see is refused, and nothing else is lost', (t) =>
  inLab(t, async ({ folder, use }) => {
    const server = use(await startObserved('mysql', folder));
    const version = parseVersion(server.version, 'mysql');
    await server.rows(`create user bare@'%' identified by '${password}'`);
    const at = { host: server.address, port: server.port };
    const session = use(await open([{ kind: 'mysql', at, user: 'bare', password, tls: 'preferred' }], options));
    const portrait = await readPortrait(session, version);
    for (const name of ['accounts', 'schemaGrants', 'emptyPasswords', 'binlogFilters', 'events'] as const) {
      const part = portrait[name];
      assert.ok(!part.ok && part.refused.length > 10, name);
    }
    assert.ok(Object.keys(must(portrait.variables)).length > 300);
    assert.deepEqual(must(portrait.schemas), []);
    await assert.rejects(readGlance(session, version), /denied/i);
  }));

test('a schema with more tables than may be read is skipped whole and named, the others are read', (t) =>
  inLab(t, async ({ folder, use }) => {
    const server = use(await startObserved('mariadb', folder));
    const version = parseVersion(server.version, 'mariadb');
    await server.rows('create database small');
    await server.rows('create table small.one (id int primary key)');
    const session = use(await enter(server, 'observe'));
    const portrait = await readPortrait(session, version, { limits: { mostTablesOpened: 2 } });
    assert.deepEqual(
      must(portrait.contents.tables).map(({ name }) => name),
      ['one'],
    );
    assert.deepEqual(portrait.contents.skipped, [{ schema: 'shop', tables: 3 }]);
  }));

test('a look that has no time left says so part by part', (t) =>
  inLab(t, async ({ folder, use }) => {
    const server = use(await startObserved('mariadb', folder));
    const version = parseVersion(server.version, 'mariadb');
    const session = use(await enter(server, 'observe'));
    const portrait = await readPortrait(session, version, { withinSeconds: 0 });
    assert.ok(!portrait.variables.ok && /no time left/.test(portrait.variables.refused));
    assert.ok(!portrait.contents.tables.ok);
    await assert.rejects(readPortrait(session, version, { signal: AbortSignal.abort(new Error('enough')) }), /enough/);
  }));
