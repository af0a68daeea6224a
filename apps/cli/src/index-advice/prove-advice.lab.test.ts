import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Flavor, inLab, type LabServer, startServer } from '@myriad/lab';

const password = 'Prove-0nly';

/** `myriad index advise -` with these words, statements on stdin. */
function advise(words: readonly string[]) {
  const main = new URL('../main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, 'index', 'advise', '--format', 'json', ...words], {
    env: { PATH: process.env.PATH, LANG: 'C', MYRIAD_DSN_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  return new Promise<{ code: number | null; advice: readonly Told[]; err: string }>((resolve) => {
    child.on('close', (code) => {
      const rows = out.split('\n').filter(Boolean);
      resolve({ code, err, advice: rows.flatMap((row) => JSON.parse(row).advice ?? []) });
    });
  });
}

interface Told {
  readonly ddl: string;
  readonly confidence: string;
  readonly proof: { readonly runs: readonly { rowsBefore: number; rowsAfter: number; isUsed: boolean }[] } | null;
}

const numbers = 'select a.n * 100 + b.n * 10 + c.n as n from d a, d b, d c';

async function fill(server: LabServer, schema: string) {
  const connection = await server.connect();
  for (const sql of [
    `create database ${schema}`,
    `use ${schema}`,
    'create table d (n int primary key) engine=innodb',
    'insert into d values (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)',
    'create table visit (id int auto_increment primary key, card int not null, seen int not null, note varchar(50)) engine=innodb',
    `insert into visit (card, seen, note) select n.n % 700, n.n % 3, 'x' from (${numbers}) n, d`,
    'analyze table visit',
  ])
    await connection.query(sql);
  connection.destroy();
}

const indexesOf = async (server: LabServer, schema: string) =>
  (await server.rows(`show index from ${schema}.visit`)).map(({ Key_name }) => Key_name);

/** Accounts that may look at replication and make indexes, but do not see other sessions, or only through a role. */
async function makeBlind(server: LabServer, flavor: Flavor): Promise<readonly string[]> {
  await server.rows('create role seer');
  await server.rows('grant process on *.* to seer');
  for (const name of ['blind', 'roled']) {
    await server.rows(`create user ${name}@'%' identified by '${password}'`);
    await server.rows(
      `grant replication client, replication slave${flavor === 'mariadb' ? ', slave monitor' : ''} on *.* to ${name}@'%'`,
    );
    await server.rows(`grant all on shop_scratch.* to ${name}@'%'`);
    await server.rows(`grant select on performance_schema.* to ${name}@'%'`);
  }
  await server.rows("grant seer to roled@'%'");
  await server.rows(`set default role seer ${flavor === 'mariadb' ? 'for' : 'to'} roled@'%'`);
  return ['blind', 'roled'];
}

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`advice is proven on a ${flavor} that stands alone, and nothing stays there`, { timeout: 300_000 }, (t) =>
    inLab(t, async ({ folder, use }) => {
      const server = use(await startServer({ flavor, folder, performanceSchema: 'on' }));
      await fill(server, 'shop_scratch');
      await fill(server, 'shop');
      await server.rows(`create user prover@'%' identified by '${password}'`);
      await server.rows(`grant all on *.* to prover@'%'`);
      const file = join(await mkdtemp(join(tmpdir(), 'myriad-prove-')), 'queries.sql');
      await writeFile(file, "select * from visit where card = 5;\nupdate visit set note = 'y' where card = 9;\n");
      const dsn = (schema: string, user = 'prover') => `mysql://${user}@${server.address}:${server.port}/${schema}`;
      try {
        // What a proof left that was killed.
        await server.rows('create index myriad_proof_9 on shop_scratch.visit (seen)');
        const { code, advice, err } = await advise([file, '--dsn', dsn('shop'), '--prove-on', dsn('shop_scratch')]);
        assert.equal(code, 0, err);
        const [only, ...others] = advice;
        assert.deepEqual(
          [only?.ddl, only?.confidence, others],
          ['CREATE INDEX `idx_card` ON `visit` (`card`)', 'proven', []],
          err,
        );
        assert.equal(only?.proof?.runs.length, 2);
        for (const run of only?.proof?.runs ?? []) {
          assert.ok(run.isUsed && run.rowsBefore >= 10_000 && run.rowsAfter < 100, JSON.stringify(run));
        }
        assert.match(err, /visit\.myriad_proof_9/);
        assert.deepEqual(await indexesOf(server, 'shop_scratch'), ['PRIMARY']);
        assert.deepEqual(await indexesOf(server, 'shop'), ['PRIMARY']);
        const [row] = await server.rows("select count(*) as n from shop_scratch.visit where note = 'y'");
        assert.equal(Number(row?.n), 0, 'a change is proven by the query that finds its rows');

        const named = await advise([file, '--dsn', dsn('shop'), '--prove-on', dsn('shop')]);
        assert.deepEqual([named.code, named.advice], [2, []]);
        assert.match(named.err, /not named as a scratch schema/);
        await server.rows('create database myriad');
        const managed = await advise([file, '--dsn', dsn('shop'), '--prove-on', dsn('shop_scratch')]);
        assert.equal(managed.code, 2);
        assert.match(managed.err, /Myriad manages/);
        await server.rows('drop database myriad');
        for (const blind of await makeBlind(server, flavor)) {
          const refused = await advise([file, '--dsn', dsn('shop'), '--prove-on', dsn('shop_scratch', blind)]);
          assert.equal(refused.code, 2, blind);
          assert.match(refused.err, /granted PROCESS ON \*\.\* directly/, blind);
        }
        await server.rows('set global read_only = 1');
        const shut = await advise([file, '--dsn', dsn('shop'), '--prove-on', dsn('shop_scratch')]);
        assert.equal(shut.code, 2);
        assert.match(shut.err, /read only/);
        assert.deepEqual(await indexesOf(server, 'shop_scratch'), ['PRIMARY']);
      } finally {
        await rm(join(file, '..'), { recursive: true, force: true });
      }
    }),
  );
