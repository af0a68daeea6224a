import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { buildApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { migrations } from '../migrations.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { compareMigrations } from '../platform/database/compare-migrations.ts';
import { createLog } from '../platform/log/log.ts';
import { backUpStore } from './back-up-store.ts';
import { rehearseOpening } from './rehearse-opening.ts';
import { restoreStore } from './restore-store.ts';

const log = createLog({ level: 'error' });

async function freshHome(context: TestContext): Promise<Config & { readonly store: { readonly file: string } }> {
  const home = await mkdtemp(join(tmpdir(), 'my-backup-'));
  context.after(() => rm(home, { recursive: true, force: true }));
  const config = readConfig({
    MYRIAD_HOME: join(home, 'h'),
    MYRIAD_LISTEN: '127.0.0.1:0',
    MYRIAD_ENGINE: 'in-process',
  });
  if (!('file' in config.store)) throw new Error('not embedded');
  return { ...config, store: config.store };
}

/** A task that believes to run, and a ticket, as an earlier life left them. */
function plantWork(file: string): void {
  const db = new DatabaseSync(file);
  const fill = (table: string, values: Record<string, string | number>) => {
    const columns = db.prepare(`pragma table_info(${table})`).all();
    const row = columns.flatMap(({ name, notnull, type }) => {
      const given = values[String(name)];
      if (given !== undefined) return [[String(name), given] as const];
      return notnull === 1 ? [[String(name), type === 'integer' ? 0 : '{}'] as const] : [];
    });
    const names = row.map(([name]) => name).join(', ');
    db.prepare(`insert into ${table} (${names}) values (${row.map(() => '?').join(', ')})`).run(
      ...row.map(([, value]) => value),
    );
  };
  fill('task', { id: 't-open', kind: 'gone', title: '{"en":"Work","zh":"工作"}', locks: '[]', state: 'running' });
  fill('ticket', { id: 'i-ticket', title: '{"en":"Last week","zh":"上周"}', state: 'done' });
  db.close();
}

async function startAndStop(config: Config, during: (url: string) => Promise<void> = async () => {}): Promise<void> {
  const app = await buildApp({ config, log });
  try {
    const { url } = await app.start();
    await during(url);
  } finally {
    await app.stop(5);
  }
}

const rows = (file: string, query: string) => {
  const db = new DatabaseSync(file, { readOnly: true });
  const found = db.prepare(query).all();
  db.close();
  return found.map((row) => ({ ...row }));
};

test('a backup of a running server, restored on a bare machine: the server starts there with its tickets, open tasks wait', async (context) => {
  const config = await freshHome(context);
  await startAndStop(config);
  plantWork(config.store.file);
  const to = join(config.home, 'backups', 'one');
  await startAndStop(config, async () => {
    const { note } = await backUpStore({ file: config.store.file, to, now: 0 });
    assert.equal(note.openTasks, 1);
  });
  assert.deepEqual(readdirSync(to).sort(), ['backup.json', 'myriad.db'], 'no key, no log, no engine');
  assert.equal(statSync(to).mode & 0o777, 0o700);
  assert.equal(statSync(join(to, 'myriad.db')).mode & 0o777, 0o600);
  assert.deepEqual(
    readdirSync(join(config.home, 'backups')).filter((name) => name !== 'one'),
    [],
  );

  const bare = await freshHome(context);
  const { file } = bare.store;
  assert.equal((await restoreStore({ from: to, file, migrations, clock: systemClock })).pausedTasks, 1);
  await startAndStop(bare, async (url) => assert.equal((await fetch(`${url}/api/openapi.json`)).status, 200));
  assert.deepEqual(rows(file, 'select title from ticket'), [{ title: '{"en":"Last week","zh":"上周"}' }]);
  const [task] = rows(file, `select state, error from task where id = 't-open'`);
  assert.equal(task?.state, 'paused');
  assert.match(String(task?.error), /STORE_RESTORED/);
});

test('a backup replaces nothing, a restore replaces nothing, and a changed copy is refused', async (context) => {
  const config = await freshHome(context);
  await startAndStop(config);
  const { file } = config.store;
  const to = join(config.home, 'backup');
  await backUpStore({ file, to, now: 0 });
  await assert.rejects(backUpStore({ file, to, now: 0 }), /exists already/);
  const before = readFileSync(file);
  await assert.rejects(restoreStore({ from: to, file, migrations, clock: systemClock }), /there is a store already/);
  assert.deepEqual(readFileSync(file), before);
  const bare = await freshHome(context);
  writeFileSync(`${to}/myriad.db`, 'x', { flag: 'a' });
  const spoilt = restoreStore({ from: to, file: bare.store.file, migrations, clock: systemClock });
  await assert.rejects(spoilt, /checksum differs/);
  assert.equal(existsSync(bare.store.file), false);
});

test('a copy taken under constant writes ends and is whole', async (context) => {
  const config = await freshHome(context);
  await startAndStop(config);
  const writer = new DatabaseSync(config.store.file);
  writer.exec('create table load (text)');
  const insert = writer.prepare('insert into load values (?)');
  writer.exec('begin');
  for (let row = 0; row < 5000; row += 1) insert.run('x'.repeat(1000));
  writer.exec('commit');
  let writes = 0;
  const timer = setInterval(() => {
    insert.run('y');
    writes += 1;
  }, 1);
  try {
    const to = join(config.home, 'busy');
    const { note } = await backUpStore({ file: config.store.file, to, now: 0, bytesPerSecond: 20_000_000 });
    assert.ok(writes > 0, 'it was written meanwhile');
    assert.ok(note.sizeBytes > 5_000_000);
    const [{ n } = { n: 0 }] = rows(join(to, 'myriad.db'), `select count(*) as n from load where text != 'y'`);
    assert.equal(n, 5000);
  } finally {
    clearInterval(timer);
    writer.close();
  }
});

test('a version that cannot open the store is found on a copy, while the store stays as it is', async (context) => {
  const config = await freshHome(context);
  await startAndStop(config);
  const { file } = config.store;
  const before = readFileSync(file);
  const folder = join(config.home, 'backups');
  const broken = {
    id: '2999-01-01-broken',
    up: async () => {
      throw new Error('this migration fails');
    },
  };
  const newer = [...migrations, broken];
  assert.deepEqual(await compareMigrations(config.store, newer), { pending: [broken.id], unknown: [] });
  await assert.rejects(rehearseOpening({ file, folder, migrations: newer }), /this migration fails/);
  assert.ok((await rehearseOpening({ file, folder, migrations })) >= 0);
  const known = await compareMigrations(config.store, migrations.slice(1));
  assert.equal(known.unknown.length, 1);
  assert.deepEqual(readdirSync(folder), []);
  assert.deepEqual(readFileSync(file), before);
});
