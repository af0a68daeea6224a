/**
 * Every list the console reads, over a fleet of 10,000 instances in 3,000 clusters with years of work behind it (see
 * `large-fleet.ts`): asked over HTTP of a server that is a process of its own, by one who sees everything, by one who sees one
 * environment of three and by one who sees an application of nine clusters; on SQLite and on MySQL. `LISTS=hosts,today` asks only those, `LISTS_STORE=sqlite` only one store,
 * `LISTS_RUNS=20` fewer times.
 *
 * Prints for each store {"name":"lists-p99-<store>","value":ms,"bar":200} of the slowest list, and
 * {"name":"lists-ratio-<store>","value":times,"bar":3}: the worst median of those whose page is a few statements a person would write,
 * ÷ these statements and an empty answer, which is what serving them takes at least.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '@myriad/lab';
import { sql } from 'kysely';
import { endProcess, startNode } from '../apps/cli/src/demo/child-process.ts';
import { ServerReady } from '../apps/cli/src/demo/platform-process.ts';
import { migrations } from '../apps/server/src/migrations.ts';
import { openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import type { Db } from '../apps/server/src/platform/database/schema.ts';
import { median, printFigure } from './figure.ts';
import { addPerson, analyze, fillLargeFleet, idOf, scopes } from './large-fleet.ts';

const runs = Number(process.env.LISTS_RUNS ?? 100);
const warmUp = Math.min(20, runs);
const barMilliseconds = 200;
const barRatio = 3;
const wanted = process.env.LISTS?.split(',');

interface List {
  readonly path: string;
  /** What a person would write for the page: one statement, and one for each kind of thing shown beside its rows. */
  readonly bare?: readonly string[];
}

const limit = 'limit=100';
const [cluster, instance, host] = [idOf.cluster(1500), idOf.instance(1500), idOf.host(1500)];
const pageOfClusters = `select id from cluster where state <> 'decommissioned' order by name, id limit 100`;
const lists: Readonly<Record<string, List>> = {
  hosts: {
    path: `/api/hosts?${limit}`,
    bare: [
      'select * from host order by name, id limit 101',
      `select i.* from instance i join (select id from host order by name, id limit 100) h on h.id = i.host_id`,
      `select f.* from fact f join (select id from host order by name, id limit 100) h on f.entity = 'host' and f.entity_id = h.id`,
      `select k.* from host_check k join (select max(c.id) as id from host_check c
        join (select id from host order by name, id limit 100) h on h.id = c.host_id group by c.host_id) l on l.id = k.id`,
    ],
  },
  clusters: {
    path: `/api/clusters?${limit}`,
    bare: [
      `select * from cluster where state <> 'decommissioned' order by name, id limit 101`,
      `select i.*, h.name as h1, h.address from (${pageOfClusters}) c join instance i on i.cluster_id = c.id join host h on h.id = i.host_id`,
      `select f.* from (${pageOfClusters}) c join instance i on i.cluster_id = c.id join fact f on f.entity = 'instance' and f.entity_id = i.id`,
    ],
  },
  instances: {
    path: `/api/instances?${limit}`,
    bare: [
      `select i.*, h.name as h1, h.address from instance i join host h on h.id = i.host_id where i.state <> 'decommissioned'
        order by i.name, i.id limit 101`,
      `select f.* from (select id from instance where state <> 'decommissioned' order by name, id limit 100) i
        join fact f on f.entity = 'instance' and f.entity_id = i.id`,
    ],
  },
  applications: { path: `/api/applications?${limit}`, bare: ['select * from application order by name, id limit 101'] },
  findings: {
    path: `/api/findings?${limit}&state=open&muted=no`,
    bare: [
      `select f.*, i.name as n, c.name as c1 from finding f left join instance i on i.id = f.entity_id left join cluster c on c.id = f.cluster_id
        where f.closed_at is null and f.muted_until is null order by f.first_seen_at desc, f.id desc limit 101`,
    ],
  },
  'finding counts': { path: '/api/findings/counts' },
  today: { path: '/api/today' },
  compliance: { path: `/api/compliance?${limit}&state=all` },
  'compliance that differs': { path: `/api/compliance?${limit}&state=differs` },
  drift: { path: '/api/compliance/drift' },
  standards: { path: '/api/standards' },
  tickets: { path: `/api/tickets?${limit}`, bare: ['select * from ticket order by opened_at desc, id desc limit 101'] },
  'own tickets': { path: `/api/tickets?${limit}&mine=true` },
  tasks: {
    path: `/api/tasks?${limit}`,
    bare: [
      'select * from task order by created_at desc, id desc limit 101',
      `select s.task_id, s.state, count(*) as n from task_step s
        join (select id from task order by created_at desc, id desc limit 100) t on t.id = s.task_id group by s.task_id, s.state`,
    ],
  },
  'tasks stopped': { path: `/api/tasks?${limit}&state=paused` },
  'a task': { path: `/api/tasks/${idOf.task(1500)}` },
  'log of a task': { path: `/api/tasks/${idOf.task(1500)}/events?after=0` },
  changes: {
    path: `/api/changes?${limit}`,
    bare: ['select * from metadata_change order by id desc limit 101'],
  },
  'changes of an instance': { path: `/api/changes?${limit}&entity=instance&entityId=${instance}` },
  'change feed': { path: '/api/changes/feed?after=0&limit=100' },
  audit: { path: `/api/audit?${limit}`, bare: ['select * from audit order by id desc limit 101'] },
  tables: { path: '/api/tables' },
  'rows of a table': { path: '/api/tables/instance/rows?limit=100' },
  schedules: { path: `/api/schedules?${limit}` },
  calendar: { path: `/api/schedule-calendar?from=${Date.now()}&to=${Date.now() + 7 * 86_400_000}` },
  labels: { path: '/api/labels' },
  quotas: { path: `/api/quotas?${limit}` },
  environments: { path: '/api/environments' },
  sweep: { path: '/api/sweeps' },
  'marks of clusters': {
    path: `/api/sweeps/marks?dimension=cluster&ids=${Array.from({ length: 100 }, (_, n) => idOf.cluster(n)).join(',')}`,
  },
  cluster: { path: `/api/clusters/${cluster}` },
  topology: { path: `/api/clusters/${cluster}/topology` },
  'compliance of a cluster': { path: `/api/compliance/clusters/${cluster}` },
  instance: { path: `/api/instances/${instance}` },
  glance: { path: `/api/instances/${instance}/glance` },
  metrics: {
    path: `/api/instances/${instance}/metrics?metrics=connections&from=${Date.now() - 3_600_000}&to=${Date.now()}`,
  },
  host: { path: `/api/hosts/${host}` },
  explorer: { path: `/api/inventory/instance?${limit}` },
  'explorer count': { path: '/api/inventory/instance/count' },
  'self-check': { path: '/api/self-check' },
  capacity: { path: '/api/host-capacity' },
  'scrape targets': { path: '/api/http-sd' },
  schemas: {
    path: `/api/dictionary/schemas?${limit}`,
    bare: ['select * from dictionary_schema where gone_at is null order by sort_key, id limit 101'],
  },
  'schemas, no such name': { path: `/api/dictionary/schemas?${limit}&search=nowhere` },
  'tables of the dictionary': { path: `/api/dictionary/tables?${limit}` },
  'tables by name': { path: `/api/dictionary/tables?${limit}&search=parcel_01` },
  'tables with a rare tag': { path: `/api/dictionary/tables?${limit}&class=health` },
  columns: {
    path: `/api/dictionary/columns?${limit}`,
    bare: ['select * from dictionary_column where gone_at is null order by sort_key, id limit 101'],
  },
  'columns of a cluster': { path: `/api/dictionary/columns?${limit}&clusterId=${idOf.cluster(120)}` },
  'columns by name': { path: `/api/dictionary/columns?${limit}&search=phone` },
  'columns, no such name': { path: `/api/dictionary/columns?${limit}&search=nowhere` },
  'columns with a rare tag': { path: `/api/dictionary/columns?${limit}&class=health` },
  'sensitive columns': { path: `/api/dictionary/columns?${limit}&sensitive=yes` },
  'unused tables': { path: `/api/dictionary/unused?kind=table&${limit}` },
  'unused indexes': { path: `/api/dictionary/unused?kind=index&${limit}` },
  accounts: { path: `/api/dictionary/accounts?${limit}` },
  'accounts by name': { path: `/api/dictionary/accounts?${limit}&name=app_07` },
  'instances by parameter': { path: `/api/dictionary/parameters?${limit}&name=parameter_007` },
  'instances by value': { path: `/api/dictionary/parameters?${limit}&name=parameter_007&value=value-5000` },
  'values of a parameter': { path: '/api/dictionary/parameter-values?name=parameter_007' },
  'names of parameters': { path: '/api/dictionary/parameter-names?search=parameter_1' },
  'looks of the dictionary': { path: `/api/dictionary/looks?${limit}` },
};

interface Figures {
  readonly p50: number;
  readonly p99: number;
  /** Median of what an empty answer takes, and of the bare statement. */
  readonly empty?: number;
  readonly bare?: number;
}

const emptyPath = '/api/environments';

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

async function ask(url: string, token: string): Promise<number> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const body = await answer.text();
  // A thing one may not see is not there.
  if (answer.status === 200 || answer.status === 403 || answer.status === 404) return answer.status;
  throw new Error(`${url}: ${answer.status} ${body.slice(0, 500)}`);
}

/** undefined: they may not. */
async function measure(base: string, token: string, { path, bare }: List, db: Db): Promise<Figures | undefined> {
  const over: number[] = [];
  const bares: number[] = [];
  const empties: number[] = [];
  for (let run = -warmUp; run < runs; run++) {
    if (run === 0) for (const times of [over, bares, empties]) times.length = 0;
    const begun = performance.now();
    if ((await ask(base + path, token)) !== 200) return undefined;
    over.push(performance.now() - begun);
    // In turn, in the same seconds: what else the machine does slows both.
    if (bare) {
      bares.push(
        await timed(async () => {
          for (const statement of bare) JSON.stringify(await sql.raw(statement).execute(db));
        }),
      );
      empties.push(await timed(() => ask(base + emptyPath, token)));
    }
  }
  const sorted = over.toSorted((a, b) => a - b);
  const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
  return { p50: median(over), p99, ...(bare ? { bare: median(bares), empty: median(empties) } : {}) };
}

/** A store of the same tables that nobody else writes to: the bare statements are asked of it. */
type Place = { readonly file: string } | { readonly url: string };

/** The tokens of those who ask. */
async function fill(store: Place): Promise<Readonly<Record<keyof typeof scopes, string>>> {
  const opened = await openDatabase({ store, migrations });
  try {
    const now = Date.now();
    await fillLargeFleet(opened.db, now);
    await analyze(opened.db, opened.kind === 'sqlite' ? 'sqlite' : 'mysql');
    const token = (who: keyof typeof scopes) => addPerson(opened.db, now, who, scopes[who]);
    return { all: await token('all'), third: await token('third'), few: await token('few') };
  } finally {
    await opened.close();
  }
}

async function measureStore(kind: 'sqlite' | 'mysql', folder: string, served: Place, bare: Place): Promise<boolean> {
  const tokens = await fill(served);
  await fill(bare);
  const beside = await openDatabase({ store: bare, migrations });
  const server = await startNode([fileURLToPath(new URL('../apps/cli/src/main.ts', import.meta.url)), 'start'], {
    env: {
      ...{ MYRIAD_HOME: folder, MYRIAD_LISTEN: '127.0.0.1:0', MYRIAD_SWEEP_SECONDS: '0' },
      ...('url' in served ? { MYRIAD_STORE: served.url } : {}),
    },
    logFile: join(folder, 'server.log'),
    readySeconds: 120,
    parse: (message) => ServerReady.parse(message),
  });
  try {
    const { url } = server.ready;
    const detail: Record<string, string> = {};
    let slowest = { name: '', value: 0 };
    let worst = { name: '', value: 0 };
    for (const [name, list] of Object.entries(lists)) {
      if (wanted && !wanted.includes(name)) continue;
      for (const [who, token] of Object.entries(tokens)) {
        const found = await measure(url, token, list, beside.db);
        if (!found) continue;
        const { p50, p99, empty = 0, bare: alone } = found;
        const ratio = alone === undefined ? undefined : p50 / (empty + alone);
        const of = `${name}, ${who}`;
        detail[of] =
          `${p50.toFixed(1)} / ${p99.toFixed(1)} ms${ratio === undefined ? '' : `, ${ratio.toFixed(2)} of ${alone?.toFixed(2)} ms`}`;
        process.stderr.write(`${kind} ${of}: ${detail[of]}\n`);
        if (p99 > slowest.value) slowest = { name: of, value: p99 };
        if (ratio !== undefined && who === 'all' && ratio > worst.value) worst = { name: of, value: ratio };
      }
    }
    const p99 = { name: `lists-p99-${kind}`, value: slowest.value, unit: 'ms', bar: barMilliseconds };
    printFigure({ ...p99, detail: { slowest: slowest.name, runs, lists: detail } });
    const ratio = { name: `lists-ratio-${kind}`, value: worst.value, unit: 'times', bar: barRatio };
    printFigure({ ...ratio, detail: { worst: worst.name } });
    return slowest.value <= barMilliseconds && worst.value <= barRatio;
  } finally {
    await endProcess(server.id);
    await beside.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'myriad-bench-'));
const only = process.env.LISTS_STORE;
let isOk = true;
try {
  if (only !== 'mysql')
    isOk = await measureStore('sqlite', folder, { file: join(folder, 'myriad.db') }, { file: join(folder, 'bare.db') });
  if (only !== 'sqlite') {
    await using mysql = await startServer({ flavor: 'mysql', folder: join(folder, 'mysql') });
    const urlOf = (name: string) => ({
      url: `mysql://root@localhost/${name}?socket=${encodeURIComponent(mysql.socket)}`,
    });
    for (const name of ['served', 'bare']) await mysql.rows(`create database ${name} character set utf8mb4`);
    isOk = (await measureStore('mysql', folder, urlOf('served'), urlOf('bare'))) && isOk;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = isOk ? 0 : 1;
