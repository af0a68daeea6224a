import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, describe, test } from 'node:test';
import { createPathPool, type MysqlPath, type MysqlSession, open, type PathError } from './index.ts';
import { findServerTree, type LabFlavor, startMysqld } from './testing/start-mysqld.ts';
import { sshdMissing, startSshd } from './testing/start-sshd.ts';
import type { Hop } from './types.ts';

const password = `it's "a" \\ secret`;
const accounts = (flavor: LabFlavor) => {
  const quoted = `'it''s "a" \\\\ secret'`;
  const how = flavor === 'mysql' ? `identified with caching_sha2_password by ${quoted}` : `identified by ${quoted}`;
  return [
    `create user 'tcp'@'127.0.0.1' ${how}`,
    `create user 'local'@'localhost' ${how}`,
    `grant all on *.* to 'tcp'@'127.0.0.1' with grant option`,
    `grant all on *.* to 'local'@'localhost'`,
    'create database shop',
    'create table shop.visit (id int primary key, note text)',
  ];
};

/** Signs nobody. */
const anAuthority = `-----BEGIN CERTIFICATE-----
MIIBejCCAR+gAwIBAgIUZ4P7XrcnQC7cd3dTJkSuW5/82/YwCgYIKoZIzj0EAwIw
ETEPMA0GA1UEAwwGTm9ib2R5MCAXDTI2MTEyMjE0NTcwOFoYDzIxMjYxMDI5MTQ1
NzA4WjARMQ8wDQYDVQQDDAZOb2JvZHkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AAQzTDKnaXO2Y9L9nekexY+PYMAP1wEGHkmpoxURrDlVfdBtOfQ9EXondSukgw5A
id3HivE/yzdSQYE77j6tQqoJo1MwUTAdBgNVHQ4EFgQUpojZ8H/6Xi0ehucuUV+v
GEiHe4EwHwYDVR0jBBgwFoAUpojZ8H/6Xi0ehucuUV+vGEiHe4EwDwYDVR0TAQH/
BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAtrrbDxX0AxzqXpRL5M+xIy7JQS6Q
gwyM1KxueSvng08CIQDzE5CEZrObtnfzlfg4xDPD10KZYYGTIYu6N6WUIOAw5A==
-----END CERTIFICATE-----
`;

/** The name in the certificate a MySQL makes for itself. */
async function ownName(data: string): Promise<string> {
  const text = await readFile(`${data}/server-cert.pem`, 'utf8').catch(() => undefined);
  return text === undefined ? 'nobody' : (/CN=(.*)/.exec(new X509Certificate(text).subject)?.[1] ?? '');
}

for (const flavor of ['mysql', 'mariadb'] as const) {
  const tree = await findServerTree(flavor);
  const skip = tree === undefined ? `no ${flavor} tree: run ./myriad setup` : (sshdMissing() ?? false);
  describe(`a ${flavor} hop`, { skip, timeout: 180_000 }, async () => {
    if (skip !== false || tree === undefined) return;
    const server = await startMysqld(flavor, tree, accounts(flavor));
    const near = await startSshd();
    const far = await startSshd({ address: '127.0.0.2' });
    const pool = createPathPool();
    after(async () => {
      await pool.close();
      await Promise.all([near, far, server].map((thing) => thing[Symbol.asyncDispose]()));
    });
    const base = { kind: 'mysql', user: 'tcp', password, tls: 'off' } as const;
    const tcp = { ...base, at: { host: '127.0.0.1', port: server.port } };
    const socket = { ...base, user: 'local', at: { socket: server.socket } };
    const ways: Record<string, MysqlPath> = {
      'straight over TCP': [tcp],
      'from here, with TLS where the server has it': [{ kind: 'local' }, { ...tcp, tls: 'preferred' }],
      'from here, over the socket': [{ kind: 'local' }, socket],
      'through SSH': [near.hop, tcp],
      'through SSH, with TLS where the server has it': [near.hop, { ...tcp, tls: 'preferred' }],
      'through SSH to the socket': [near.hop, socket],
      'through two SSH hops': [near.hop, far.hop, tcp],
      'through two SSH hops to the socket': [near.hop, far.hop, socket],
    };

    for (const [name, path] of Object.entries(ways)) {
      test(`${name}: logs in and answers`, async () => {
        await using session = await open(path, { pool });
        const [row] = await session.query('select ? as text, 7 as number, current_user() as who', [`a'b"c\\d 中文 🐬`]);
        assert.equal(row?.text, `a'b"c\\d 中文 🐬`);
        assert.equal(row?.number, 7);
        assert.match(String(row?.who), /^(tcp|local)@/);
        assert.equal(session.hops.length, path.length);
      });
    }

    test('whom it expects is who must answer, also behind a tunnel', async () => {
      const authorities = flavor === 'mysql' ? await readFile(`${server.data}/ca.pem`, 'utf8') : '';
      const serverName = await ownName(server.data);
      const refused = (error: PathError) => error.code === 'HOP_UNREACHABLE';
      for (const way of [[], [near.hop]]) {
        const proven = (proof: { authorities: string; serverName: string }) =>
          open([...way, { ...tcp, tls: 'preferred', proof }] as unknown as MysqlPath, { pool }); // a spread of hops has no last one.
        await assert.rejects(proven({ authorities, serverName: 'somebody.else' }), refused);
        await assert.rejects(proven({ authorities: anAuthority, serverName }), refused);
        // MariaDB before 11.4 makes no certificate: without one nothing is proven.
        if (flavor === 'mariadb') continue;
        await using session = await proven({ authorities, serverName });
        const [row] = await session.query("show session status like 'Ssl_cipher'");
        assert.notEqual(row?.Value, '');
      }
    });

    for (const [name, path] of Object.entries(ways)) {
      test(`${name}: a connection the server ends is lost at once`, async () => {
        await using killer = await open([{ kind: 'local' }, socket], { pool });
        const end = async (session: MysqlSession) => {
          const [row] = await session.query('select connection_id() as id');
          return () => killer.query(`kill ${Number(row?.id)}`);
        };
        const lost = ({ code }: PathError) => code === 'CONNECTION_LOST';
        await using idle = await open(path, { pool });
        await (await end(idle))();
        await assert.rejects(idle.query('select 1', [], { timeoutSeconds: 10 }), lost);
        await using busy = await open(path, { pool });
        const kill = await end(busy);
        const waits = busy.query('select sleep(20)', [], { timeoutSeconds: 15 });
        // The server may still say why.
        const refused = assert.rejects(waits, ({ code }: PathError) => code !== 'TIMED_OUT');
        await kill();
        await refused;
      });
    }

    test('the session speaks UTC and utf8mb4, waits 5 s for locks and has a statement limit', async () => {
      await using session = await open([tcp], { pool });
      const limit = flavor === 'mysql' ? '@@max_execution_time' : '@@max_statement_time * 1000';
      const [row] = await session.query(
        `select @@time_zone as zone, @@lock_wait_timeout as wait, @@character_set_client as chars, ${limit} as ms`,
      );
      assert.equal(row?.zone, '+00:00');
      assert.equal(Number(row?.wait), 5);
      assert.equal(row?.chars, 'utf8mb4');
      assert.equal(Number(row?.ms), 31_000);
    });

    test('values of statements that cannot be prepared are safe literals', async () => {
      await using session = await open([tcp], { pool });
      const tricky = `x'; drop table shop.visit; -- \\`;
      await session.query('create user ?@? identified by ?', ['made', 'localhost', tricky]);
      await session.query('set @kept = ?', [tricky]);
      const [row] = await session.query('select @kept as kept');
      assert.equal(row?.kept, tricky);
      assert.deepEqual(await session.query('select count(*) as n from shop.visit'), [{ n: 0 }]);
      await session.query("set session sql_mode = concat(@@sql_mode, ',NO_BACKSLASH_ESCAPES')");
      const [prepared] = await session.query('select ? as kept', [tricky]);
      assert.equal(prepared?.kept, tricky);
    });

    test('whole numbers serve where the server wants whole numbers', async () => {
      await using session = await open([tcp], { pool });
      const rows = await session.query('select ? + 1 as n union select 9 limit ?', [9007199254740993n, 1]);
      assert.deepEqual(
        rows.map((row) => String(row.n)),
        ['9007199254740994'],
      );
    });

    test('an error of the server carries its number and state', async () => {
      await using session = await open([tcp], { pool });
      await assert.rejects(session.query('select * from shop.nothing'), (error: PathError) => {
        assert.equal(error.code, 'SQL_FAILED');
        assert.deepEqual(error.detail, { errno: 1146, sqlState: '42S02' });
        return true;
      });
      assert.deepEqual(await session.query('select 1 as one'), [{ one: 1 }]);
    });

    test('a statement over its time limit is ended on the server, and the session goes on', async () => {
      await using session = await open([near.hop, tcp], { pool });
      const begun = performance.now();
      await assert.rejects(session.query('select sleep(60)', [], { timeoutSeconds: 0.3 }), { code: 'TIMED_OUT' });
      assert.ok(performance.now() - begun < 5000);
      assert.deepEqual(await running('sleep(60)'), []);
      assert.deepEqual(await session.query('select 1 as one'), [{ one: 1 }]);
    });

    test('an abort ends the statement on the server', async () => {
      await using session = await open([tcp], { pool });
      const controller = new AbortController();
      const query = session.query('select sleep(61)', [], { signal: controller.signal });
      query.catch(() => {});
      while ((await running('sleep(61)')).length === 0) await new Promise(setImmediate);
      controller.abort();
      await assert.rejects(query, { code: 'ABORTED' });
      assert.deepEqual(await running('sleep(61)'), []);
    });

    test('an answer over the limit is an error, not a cut', async () => {
      await using session = await open([tcp], { pool });
      const wide = session.query("select repeat('x', 3000) as x union all select repeat('y', 3000)", [], {
        maxOutputBytes: 5000,
      });
      await assert.rejects(wide, { code: 'OUTPUT_TOO_LARGE' });
    });

    test('a wrong password is LOGIN_REFUSED at the mysql hop', async () => {
      await assert.rejects(open([near.hop, { ...tcp, password: 'wrong' }], { pool }), (error: PathError) => {
        assert.equal(error.code, 'LOGIN_REFUSED');
        assert.equal(error.hop, 1);
        assert.ok(!error.message.includes('wrong'));
        return true;
      });
    });

    test('a port where nothing listens is HOP_UNREACHABLE at the mysql hop', async () => {
      for (const path of [
        [{ ...tcp, at: { host: '127.0.0.1', port: 1 } }],
        [near.hop, { ...tcp, at: { host: '127.0.0.1', port: 1 } }],
      ]) {
        await assert.rejects(open(path as Hop[], { pool }), (error: PathError) => {
          assert.equal(error.code, 'HOP_UNREACHABLE');
          assert.equal(error.detail.code, 'ECONNREFUSED', 'by whatever way');
          assert.equal(error.hop, path.length - 1);
          return true;
        });
      }
    });

    async function running(text: string) {
      await using session = await open([tcp], { pool });
      return await session.query(
        'select id from information_schema.processlist where info like ? and info not like ?',
        [`%${text}%`, '%processlist%'],
      );
    }
  });
}
