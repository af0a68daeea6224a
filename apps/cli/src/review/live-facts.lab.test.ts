import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Flavor, inLab, type LabServer, startServer, waitUntil } from '@myriad/lab';
import { parseVersion, readForReview, type SqlRunner } from '@myriad/mysql';
import { dialects } from '@myriad/sql';
import { dialectOf, factsFrom, factsNeeded, type ReviewFacts, reviewScript } from '@myriad/sql-review';
import type { RowDataPacket } from 'mysql2/promise';

const script = 'ALTER TABLE plain ADD COLUMN more INT;\nALTER TABLE visit ADD COLUMN more INT;';

async function askFacts(server: LabServer, flavor: Flavor): Promise<ReviewFacts> {
  const connection = await server.connect('shop');
  try {
    const runner: SqlRunner = {
      query: async (sql, values) => (await connection.query<RowDataPacket[]>(sql, [...(values ?? [])]))[0],
    };
    const version = parseVersion(server.version, flavor);
    const dialect = dialectOf(await readForReview(runner, version, { tables: [], plans: [] }));
    return factsFrom(await readForReview(runner, version, factsNeeded(script, dialect)), dialect);
  } finally {
    connection.destroy();
  }
}

async function makeShop(server: LabServer, flavor: Flavor): Promise<void> {
  await server.rows('CREATE DATABASE shop');
  await server.rows(
    'CREATE TABLE shop.visit (id INT PRIMARY KEY, kind INT, note TEXT, KEY by_kind (kind), FULLTEXT KEY words (note))',
  );
  await server.rows('ALTER TABLE shop.visit DROP KEY words');
  await server.rows('CREATE TABLE shop.plain (id INT PRIMARY KEY, kind INT, KEY by_kind (kind))');
  for (const name of ['one', 'two'])
    await server.rows(`ALTER TABLE shop.plain ADD COLUMN ${name} INT, ALGORITHM=INSTANT`);
  await server.rows(
    'CREATE TABLE shop.step (id INT PRIMARY KEY, visit INT, FOREIGN KEY (visit) REFERENCES plain (id))',
  );
  await server.rows('CREATE TRIGGER shop.counts BEFORE UPDATE ON shop.plain FOR EACH ROW SET NEW.two = 1');
  await server.rows('INSERT INTO shop.plain (id, kind) VALUES (1, 1), (2, 1), (3, 1), (4, 2)');
  await server.rows(
    flavor === 'mysql'
      ? 'ANALYZE TABLE shop.plain UPDATE HISTOGRAM ON kind'
      : 'ANALYZE TABLE shop.plain PERSISTENT FOR ALL',
  );
  await server.rows('ANALYZE TABLE shop.plain');
}

const instrumented = ['--performance-schema-instrument=wait/lock/metadata/sql/mdl=ON'];

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`${flavor}: what only the engine, the counters and the locks tell is asked, and the rules use it`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const server = use(await startServer({ flavor, folder, performanceSchema: 'on', options: instrumented }));
      await makeShop(server, flavor);
      const quiet = await askFacts(server, flavor);
      const { plain, visit } = quiet.statistics ?? {};
      if (flavor === 'mysql') assert.equal(plain?.rowVersions, 2);
      assert.equal(plain?.hasHiddenDocumentId, false);
      assert.equal(visit?.hasHiddenDocumentId, true);
      assert.equal(plain?.indexes?.by_kind?.cardinality, 2);
      assert.equal(typeof plain?.indexes?.by_kind?.reads, 'number');
      assert.equal(plain?.columns?.kind?.distinct, 2);
      if (flavor === 'mysql') assert.equal(plain?.columns?.kind?.topShare, 0.75);
      assert.deepEqual(quiet.instance?.transactions, []);
      assert.ok((quiet.instance?.runningThreads ?? 0) > 0);
      const table = quiet.schema?.tableAt(undefined, 'plain');
      assert.ok(table);
      assert.deepEqual(quiet.schema?.triggersOf(table), [{ name: 'counts', time: 'BEFORE', event: 'UPDATE' }]);
      assert.ok(quiet.schema?.tableAt(undefined, 'step'), 'the table whose key points to it');
      // The column that FULLTEXT left behind takes INSTANT away.
      const reviews = (facts: ReviewFacts) =>
        reviewScript(script, { dialect: dialects[flavor === 'mysql' ? 'mysql-9' : 'mariadb-10.11'], facts });
      assert.deepEqual(
        reviews(quiet).map(({ ddl }) => ddl[0]?.algorithm),
        ['INSTANT', 'INPLACE'],
      );

      const other = await server.connect('shop');
      await other.query('START TRANSACTION');
      await other.query('SELECT * FROM plain');
      const busy = await askFacts(server, flavor);
      const [holder, ...more] = busy.instance?.transactions ?? [];
      assert.deepEqual(more, []);
      assert.deepEqual([holder?.tables, holder?.session, holder?.user], [['plain'], other.threadId, 'root']);
      assert.ok((holder?.seconds ?? -1) >= 0);
      const late = {
        ...busy,
        instance: { ...busy.instance, transactions: [{ ...holder, seconds: 90, tables: ['plain'] }] },
      };
      const found = reviews(late).map(({ findings }) => findings.find(({ rule }) => rule === 'ddl-open-transaction'));
      assert.match(found[0]?.message.en ?? '', /root@localhost \(session \d+\).*90 s/);
      assert.equal(found[1], undefined);
      other.destroy();
    }));

test('mariadb as it is installed: open transactions are told without tables; a plugin tells them, another the free disk', (t) =>
  inLab(t, async ({ folder, use }) => {
    const server = use(await startServer({ flavor: 'mariadb', folder }));
    await makeShop(server, 'mariadb');
    const other = await server.connect('shop');
    await other.query('START TRANSACTION');
    await other.query('SELECT * FROM plain');
    const own = (facts: ReviewFacts) => facts.instance?.transactions?.find(({ session }) => session === other.threadId);
    // InnoDB renews its list of transactions only when nobody has read it for a while.
    const seen = async (isTold: (facts: ReviewFacts) => boolean) => {
      let facts: ReviewFacts = {};
      const isThere = await waitUntil(async () => {
        facts = await askFacts(server, 'mariadb');
        return isTold(facts);
      }, 60_000);
      assert.ok(isThere, JSON.stringify(facts.instance));
      return own(facts);
    };
    assert.deepEqual((await seen((facts) => own(facts)?.isAnywhere === true))?.tables, []);
    await server.rows("INSTALL SONAME 'metadata_lock_info'");
    await server.rows("INSTALL SONAME 'disks'");
    const told = await seen((facts) => own(facts)?.isAnywhere === undefined && own(facts) !== undefined);
    assert.deepEqual([told?.tables, told?.user], [['plain'], 'root']);
    assert.ok(((await askFacts(server, 'mariadb')).instance?.freeDiskBytes ?? 0) > 0);
    other.destroy();
  }));
