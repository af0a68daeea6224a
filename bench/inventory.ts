/**
 * Lists of a large fleet: 10,000 instances in 3,000 clusters on 2,500 hosts for 300 applications, each instance with two labels and
 * five facts. Asked over HTTP (in process: parsing, sign-in, filter, query, answer), p99; and the same page by the use case
 * against the statement a person would write for it by hand, medians. On SQLite and on MySQL.
 *
 * Prints for each store {"name":"inventory-p99-<store>","value":ms,"bar":200} of the slowest question, and
 * {"name":"inventory-ratio-<store>","value":times,"bar":3} of the worst ratio.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fleetProblems } from '@myriad/contract';
import { startServer } from '@myriad/lab';
import { sql } from 'kysely';
import { createMetadata, metadataMigrations, serveMetadata } from '../apps/server/src/capabilities/metadata/index.ts';
import { listInventory } from '../apps/server/src/capabilities/metadata/inventory/ask-inventory.ts';
import { systemClock as clock } from '../apps/server/src/platform/clock/clock.ts';
import { inTransaction } from '../apps/server/src/platform/database/in-transaction.ts';
import { openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import type { Db } from '../apps/server/src/platform/database/schema.ts';
import { createHttp } from '../apps/server/src/platform/http/create-http.ts';
import { createLog } from '../apps/server/src/platform/log/log.ts';
import type { Actor } from '../apps/server/src/platform/policy/decision.ts';
import { keyRing, newKey } from '../apps/server/src/platform/secrets/key-ring.ts';
import { createValueCodec } from '../apps/server/src/platform/secrets/value-codec.ts';
import { median, printFigure } from './figure.ts';

const size = { applications: 300, hosts: 2500, clusters: 3000, instances: 10_000 };
const runs = 200;
/** A server that has run for a minute: its code is compiled, its statements are prepared. */
const warmUp = 50;
const barMilliseconds = 200;
const barRatio = 3;
const actor: Actor = { id: 'u1', name: 'bench', roles: ['dba'], via: 'token' };

const two = (n: number) => String(n).padStart(5, '0');
const every = <Row>(count: number, row: (n: number) => Row): Row[] => Array.from({ length: count }, (_, n) => row(n));

async function fill(db: Db): Promise<void> {
  const add = async <Table extends 'application' | 'host' | 'cluster' | 'instance' | 'label' | 'fact'>(
    table: Table,
    rows: readonly object[],
  ) => {
    for (let from = 0; from < rows.length; from += 500)
      // Rows of six tables by one function: each is written out in full below.
      await inTransaction(db, (tx) =>
        tx
          .insertInto(table)
          .values(rows.slice(from, from + 500) as never)
          .execute(),
      );
  };
  await add(
    'application',
    every(size.applications, (n) => ({
      id: `a${two(n)}`,
      name: `application-${two(n)}`,
      business_line: `line-${n % 20}`,
      owner: `person-${n % 50}`,
      level: (['core', 'important', 'general'] as const)[n % 3],
    })),
  );
  await add(
    'host',
    every(size.hosts, (n) => ({
      id: `h${two(n)}`,
      name: `db-${two(n)}`,
      address: `10.${n >> 8}.${n & 255}.1`,
      zone: 'abcde'[n % 5],
      base_directory: '/var/lib/myriad',
      pool_state: 'in-use',
      paths: '[]',
      created_at: n,
    })),
  );
  await add(
    'cluster',
    every(size.clusters, (n) => ({
      id: `c${two(n)}`,
      name: `cluster-${two(n)}`,
      live_name: `cluster-${two(n)}`,
      flavor: n % 4 ? 'mysql' : 'mariadb',
      version: '8.4.6',
      topology: 'primary-replica',
      application_id: n % 10 ? `a${two(n % size.applications)}` : null,
      environment: ['prod', 'test', 'stage'][n % 3],
      state: 'running',
      fixed: '{}',
      maintenance: null,
      level: null,
      managed_by: null,
      specification: null,
      created_at: n,
    })),
  );
  await add(
    'instance',
    every(size.instances, (n) => ({
      id: `i${two(n)}`,
      name: `db-${two(n % size.hosts)}:${3306 + Math.floor(n / size.hosts)}`,
      host_id: `h${two(n % size.hosts)}`,
      port: 3306 + Math.floor(n / size.hosts),
      seat: `s${n}`,
      cluster_id: `c${two(n % size.clusters)}`,
      flavor: 'mysql',
      version: ['8.4.6', '8.4.5', '9.7.4', '5.7.44'][n % 4],
      package_id: null,
      role: n < size.clusters ? 'primary' : 'replica',
      state: 'running',
      directory: '/var/lib/myriad/x',
      server_id: n,
      maintenance: null,
      created_at: n,
    })),
  );
  await add(
    'label',
    every(size.instances * 2, (n) => ({
      entity: 'instance',
      entity_id: `i${two(n >> 1)}`,
      label_key: n % 2 ? 'team' : 'tier',
      value: `v${(n >> 1) % 40}`,
    })),
  );
  const facts = ['lag', 'server_uuid', 'uptime', 'read_only', 'gtid_mode'];
  await add(
    'fact',
    every(size.instances * facts.length, (n) => ({
      entity: 'instance',
      entity_id: `i${two(Math.floor(n / 5))}`,
      name: facts[n % 5],
      value: n % 5 === 1 ? `"uuid-${n}"` : String(n % 97),
      observed_at: n,
      source_kind: 'sweep',
      source_id: 's',
    })),
  );
}

interface Question {
  readonly name: string;
  readonly dimension: string;
  readonly query: Readonly<Record<string, string>>;
  /** What a person would write for it. */
  readonly bare: string;
}

const joined = `from instance i join host h on h.id = i.host_id left join cluster c on c.id = i.cluster_id left join application a on a.id = c.application_id`;
const shown = `i.id, i.name, i.flavor, i.version, i.role, i.state, h.name as h1, h.zone, c.name as c1, a.name as a1, a.level`;
const questions: readonly Question[] = [
  {
    name: 'first-page',
    dimension: 'instance',
    query: {},
    bare: `select ${shown} ${joined} order by i.name, i.id limit 101`,
  },
  {
    name: 'across-four-dimensions',
    dimension: 'instance',
    query: { where: 'cluster.application.level = "core" and host.zone in ("a","b") and label.team = "v7"' },
    bare: `select ${shown} ${joined} join label l on l.entity = 'instance' and l.entity_id = i.id and l.label_key = 'team' and l.value = 'v7'
      where a.level = 'core' and h.zone in ('a', 'b') order by i.name, i.id limit 101`,
  },
  {
    name: 'by-fact',
    dimension: 'instance',
    query: { where: 'fact.lag > 90', fields: 'name,fact.lag,host.zone' },
    bare: `select i.id, i.name, f.value, h.zone from instance i join host h on h.id = i.host_id
      join fact f on f.entity = 'instance' and f.entity_id = i.id and f.name = 'lag'
      where cast(f.value as double) > 90 order by i.name, i.id limit 101`,
  },
  {
    name: 'worst-lag-first',
    dimension: 'instance',
    query: { sort: '-fact.lag', fields: 'name,fact.lag' },
    bare: `select i.id, i.name, f.value from instance i left join fact f on f.entity = 'instance' and f.entity_id = i.id and f.name = 'lag'
      order by cast(f.value as double) desc, i.id desc limit 101`,
  },
  {
    name: 'name-contains',
    dimension: 'instance',
    query: { where: 'name ~ "DB-024" and not role = "primary"' },
    bare: `select ${shown} ${joined} where lower(i.name) like '%db-024%' and i.role <> 'primary' order by i.name, i.id limit 101`,
  },
  {
    name: 'clusters-of-a-version',
    dimension: 'cluster',
    query: { where: 'instance.version = "5.7.44" and environment = "prod"' },
    bare: `select c.id, c.name, c.flavor, c.version, c.topology, c.environment, c.state, c.level, a.name as a1, a.level as l1,
      (select count(*) from instance n where n.cluster_id = c.id and n.state <> 'decommissioned') as n
      from cluster c left join application a on a.id = c.application_id
      where c.environment = 'prod' and c.id in (select cluster_id from instance where version = '5.7.44') order by c.name, c.id limit 101`,
  },
];

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

const p99 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? 0;

async function measure(kind: 'sqlite' | 'mysql', store: { file: string } | { url: string }): Promise<boolean> {
  const opened = await openDatabase({ store, migrations: metadataMigrations });
  const { db } = opened;
  const metadata = createMetadata({ clock });
  const http = await createHttp({
    db,
    clock,
    log: createLog({ level: 'error' }),
    codec: createValueCodec(keyRing([newKey()])),
    authenticate: async () => actor,
    audit: { begin: async () => '', note: async () => undefined, end: async () => undefined },
    problems: [fleetProblems],
  });
  serveMetadata(http, { db, metadata });
  try {
    await fill(db);
    // As a server that has run for a while: the store knows how its values are spread.
    await sql
      .raw(kind === 'sqlite' ? 'analyze' : 'analyze table instance, host, cluster, application, label, fact')
      .execute(db);
    let slowest = { name: '', value: 0 };
    let worst = { name: '', value: 0 };
    const detail: Record<string, string> = {};
    for (const { name, dimension, query, bare } of questions) {
      const url = `/api/inventory/${dimension}?${new URLSearchParams({ ...query, limit: '100' })}`;
      const overHttp: number[] = [];
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let run = -warmUp; run < runs; run++) {
        if (run === 0) for (const times of [overHttp, ours, theirs]) times.length = 0;
        overHttp.push(
          await timed(async () => {
            const answer = await http.app.inject({ url, headers: { authorization: 'Bearer x' } });
            if (answer.statusCode !== 200) throw new Error(answer.body);
          }),
        );
        // In turn, in the same seconds: what else the machine does slows both.
        ours.push(await timed(() => listInventory({ db }, actor, dimension, { ...query, limit: 100 })));
        theirs.push(await timed(() => sql.raw(bare).execute(db)));
      }
      const ninetyNine = p99(overHttp);
      const ratio = median(ours) / median(theirs);
      detail[name] = `${ninetyNine.toFixed(1)} ms, ${ratio.toFixed(2)} of ${median(theirs).toFixed(2)} ms`;
      if (ninetyNine > slowest.value) slowest = { name, value: ninetyNine };
      if (ratio > worst.value) worst = { name, value: ratio };
    }
    printFigure({
      name: `inventory-p99-${kind}`,
      value: slowest.value,
      unit: 'ms',
      bar: barMilliseconds,
      detail: { slowest: slowest.name, runs, questions: detail },
    });
    printFigure({
      name: `inventory-ratio-${kind}`,
      value: worst.value,
      unit: 'times',
      bar: barRatio,
      detail: { worst: worst.name },
    });
    return slowest.value <= barMilliseconds && worst.value <= barRatio;
  } finally {
    await http.app.close();
    await opened.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'myriad-bench-'));
let isOk = false;
try {
  isOk = await measure('sqlite', { file: join(folder, 'myriad.db') });
  await using server = await startServer({ flavor: 'mysql', folder: join(folder, 'mysql') });
  await server.rows('create database bench character set utf8mb4');
  const url = `mysql://root@localhost/bench?socket=${encodeURIComponent(server.socket)}`;
  isOk = (await measure('mysql', { url })) && isOk;
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = isOk ? 0 : 1;
