import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  fleetProblems,
  type ReviewItem,
  type ReviewUndo,
  type SqlReviewView,
  sqlReviewProblems,
} from '@myriad/contract';
import { inLab, type LabServer, startServer } from '@myriad/lab';
import { levelStatements, parseVersion } from '@myriad/mysql';
import type { Kysely } from 'kysely';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { columnsFor } from '../../platform/database/migration.ts';
import { keyRing, newKey } from '../../platform/secrets/key-ring.ts';
import { createValueCodec } from '../../platform/secrets/value-codec.ts';
import { createTestHttp } from '../auth/testing.ts';
import { openSimulatedPlatform } from '../sweeps/testing/simulated-fleet.ts';
import { serveSqlReview, sqlReviewMigrations } from './index.ts';

const password = 'Looks-0nly';
const script = `select missing from visit;
delete from visit where seen = 1;
alter table visit add column more int;
create table another (id int primary key) engine=InnoDB;
drop table visit;`;

async function openInside({ address, port, serverId, flavor, version }: LabServer) {
  const recorded = { index: 0, address, port, cluster: 0, flavor, version, serverId, source: null };
  const platform = await openSimulatedPlatform({ simulator: { fleet: [recorded] }, password, periodSeconds: 0 });
  const { db, metadata, paths } = platform;
  for (const { up } of sqlReviewMigrations)
    await up(db as Kysely<unknown>, columnsFor(db as Kysely<unknown>, 'sqlite'));
  const clock = { now: Date.now };
  const http = await createTestHttp({ db, problems: [fleetProblems, sqlReviewProblems] });
  const codec = createValueCodec(keyRing([newKey()]), 'review-exception');
  serveSqlReview(http.http, { db, clock, metadata, access: paths.access, tableSizes: async () => new Map(), codec });
  const { clusterId } = await metadata.getInstance(db, platform.instanceIds[0] ?? '');
  const { id: applicationId } = await inTransaction(db, (tx) =>
    metadata.addApplication(
      tx,
      { name: 'shop', businessLine: 'x', owner: 'li', level: 'general' },
      { kind: 'person', id: 'u' },
    ),
  );
  const review = async (more: object = {}, as: 'dba' | 'requester' = 'dba') =>
    http.call(as, 'POST', '/api/sql-reviews', { text: script, clusterId, applicationId, schema: 'shop', ...more });
  const undo = async (text: string, more: object = {}) =>
    http.call('dba', 'POST', '/api/sql-review/undo', { text, clusterId, schema: 'shop', ...more });
  const items = async (): Promise<readonly ReviewItem[]> =>
    (await http.call('dba', 'GET', '/api/review-items')).body.items;
  const close = async () => {
    await http.close();
    await platform[Symbol.asyncDispose]();
  };
  return { review, undo, items, [Symbol.asyncDispose]: close };
}

/** All that would have moved, had anything been written. */
async function stateOf(server: LabServer) {
  const [gtids] = await server.rows(
    server.flavor === 'mysql' ? 'select @@global.gtid_executed as at' : 'select @@global.gtid_binlog_pos as at',
  );
  const rows = await server.rows('select id, seen from shop.visit order by id');
  return JSON.stringify([gtids, rows, await server.rows('show tables from shop')]);
}

for (const flavor of ['mysql', 'mariadb'] as const)
  test(
    `a review through the API asks a ${flavor} read only, tells what it could not see, and goes on when it is silent`,
    {
      timeout: 300_000,
    },
    (t) =>
      inLab(t, async ({ folder, use }) => {
        const options = ['--log-output=TABLE', '--general-log=1', '--log-bin'];
        const server = use(
          await startServer({ flavor, folder: join(folder, 'data'), options, performanceSchema: 'on' }),
        );
        const account = { user: 'watch', host: '%' };
        for (const { sql } of levelStatements(parseVersion(server.version, flavor), 'observe', account, password))
          await server.rows(sql);
        await server.rows('create database shop');
        await server.rows('create table shop.visit (id int primary key, card varchar(20), seen int) engine=InnoDB');
        await server.rows("insert into shop.visit values (1, 'a', 1), (2, 'b', 1), (3, 'c', 0)");
        const { review, undo, items } = use(await openInside(server));
        // Somebody runs it: the digests know, with other values too.
        const somebody = await server.connect('shop');
        for (const seen of [7, 8, 9]) await somebody.query(`delete from visit where seen = ${seen}`);
        await somebody.end();

        const before = await stateOf(server);
        assert.equal((await review({}, 'requester')).body.code, 'NOT_AN_OPERATOR');
        const blind = await review();
        assert.equal(blind.status, 200, JSON.stringify(blind.body));
        const seen: SqlReviewView = blind.body;
        assert.match(seen.server, flavor === 'mysql' ? /^MySQL 9\.7/ : /^MariaDB 10\.11/);
        // The account that only looks sees every definition, and no row: so it gets no plan, and the review says so.
        assert.equal(seen.live?.state, 'asked');
        assert.deepEqual(seen.live.plans, { needed: 2, seen: 0 });
        assert.match(seen.live.because?.en ?? '', /SELECT on their schema/);
        assert.ok(seen.live.tables.seen >= 1);
        assert.match(seen.result[2]?.ddl[0]?.en ?? '', /^visit: INSTANT/);

        const previewed = await undo('delete from visit where seen = 1; drop table visit');
        assert.equal(previewed.status, 200, JSON.stringify(previewed.body));
        const [deleted, dropped]: ReviewUndo['items'] = previewed.body.items;
        assert.match(deleted?.parts[0]?.capture ?? '', /^SELECT `id`, `card`, `seen` FROM visit WHERE seen = 1/);
        // An account that only looks sees no trigger: the answer says so.
        assert.match(deleted?.notes[0]?.en ?? '', /privilege TRIGGER/);
        assert.match(dropped?.statements[0] ?? '', /^CREATE TABLE/);
        assert.equal(await stateOf(server), before);
        await server.rows(`grant select on shop.* to 'watch'@'%'`);
        const granted = await stateOf(server);
        const { body: full }: { body: SqlReviewView } = await review();
        assert.deepEqual(full.live?.plans, { needed: 2, seen: 2 }, JSON.stringify(full.live));
        assert.ok(full.result[0]?.findings.some(({ rule }) => rule === 'statement-refused'));
        assert.deepEqual(full.result[1]?.affectedRows, { count: 2, isExact: true });
        // How often it runs and how large its table is: what is most urgent stands on both.
        const deleting = (await items()).find(({ fingerprint }) => fingerprint === full.result[1]?.fingerprint);
        assert.ok((deleting?.sizeBytes ?? 0) > 0, JSON.stringify(deleting));
        if (flavor === 'mysql') assert.ok((deleting?.executionsPerDay ?? 0) >= 3, JSON.stringify(deleting));
        assert.equal(full.result[1]?.plan?.[0]?.access, 'ALL');

        assert.equal(await stateOf(server), granted);
        const asked = await server.rows(
          `select convert(argument using utf8mb4) as argument from mysql.general_log where user_host like '%watch%' and command_type in ('Query', 'Execute', 'Prepare')`,
        );
        const sent = asked.map(({ argument }) => String(argument));
        assert.ok(
          sent.some((sql) => /^EXPLAIN/.test(sql)),
          sent.join('\n'),
        );
        const reading = /^\s*(SELECT|SHOW|EXPLAIN|USE|SET (SESSION|STATEMENT|NAMES)|set names)/i;
        assert.deepEqual(
          sent.filter((sql) => !reading.test(sql)),
          [],
        );

        await server.rows(
          'create table shop.stamp (visit int, foreign key (visit) references shop.visit (id) on delete cascade) engine=InnoDB',
        );
        const cascaded: ReviewUndo = (await undo('delete from shop.visit where seen = 1')).body;
        assert.match(cascaded.items[0]?.impossible?.en ?? '', /^Foreign keys of other tables/);
        await server.stop();
        assert.equal((await undo('delete from visit where seen = 1')).body.code, 'REVIEW_SERVER_SILENT');
        const { body: silent }: { body: SqlReviewView } = await review();
        assert.deepEqual([silent.live?.state, silent.live?.plans], ['silent', { needed: 2, seen: 0 }]);
        assert.match(silent.live?.because?.zh ?? '', /\p{Script=Han}{4}/u);
        assert.deepEqual(
          silent.result.map(({ line, score }) => [line, score !== null]),
          [1, 2, 3, 4, 5].map((line) => [line, true]),
        );
        assert.match(silent.server, flavor === 'mysql' ? /^MySQL 9\.7/ : /^MariaDB 10\.11/);
        const refused = await review({ server: 'required' });
        assert.deepEqual([refused.status, refused.body.code], [502, 'REVIEW_SERVER_SILENT']);
      }),
  );
