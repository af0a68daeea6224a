import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort, identify, isAlive, LabUnavailable, type ProcessId, startServer, waitUntil } from '@myriad/lab';
import { endProcess, startNode } from '../demo/child-process.ts';
import { ServerReady } from '../demo/platform-process.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const limitMilliseconds = 420_000;

/** One command of the installation that `env` names, to its end. */
function run(env: Record<string, string>, ...argv: string[]): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...argv], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, text }));
  });
}

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`an installation whose store is ${flavor} is upgraded: looked at, refused without a copy, ended, started, migrated`, {
    timeout: limitMilliseconds,
  }, async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'my-upgrade-'));
    const begun: ProcessId[] = [];
    try {
      const server = await startServer({ flavor, folder: join(folder, 'store') }).catch((error: unknown) => {
        if (error instanceof LabUnavailable && process.env.CI !== 'true') return error.message;
        throw error;
      });
      if (typeof server === 'string') {
        context.skip(server);
        return;
      }
      await using store = server;
      await store.rows('create database myriad character set utf8mb4');
      await store.rows("create user keeper identified by 'a secret of the store'");
      await store.rows('grant all on myriad.* to keeper');
      const home = join(folder, 'home');
      await mkdir(home);
      const password = encodeURIComponent('a secret of the store');
      const url = `http://127.0.0.1:${await freePort()}`;
      const env = {
        MYRIAD_HOME: home,
        MYRIAD_STORE: `mysql://keeper:${password}@127.0.0.1:${store.port}/myriad`,
        MYRIAD_LISTEN: new URL(url).host,
        MYRIAD_ENGINE: 'in-process',
        MYRIAD_LANG: 'en',
        LANG: 'C.UTF-8',
      };
      const start = { env, logFile: join(folder, 'old.log'), readySeconds: 120 };
      const old = await startNode([main, 'start'], { ...start, parse: (message) => ServerReady.parse(message) });
      begun.push(old.id);
      await old.release();
      const answers = async () => (await fetch(`${url}/api/first-run`)).status;
      assert.equal(await answers(), 200);

      const looked = await run(env, 'upgrade', '--check');
      assert.equal(looked.code, 0, looked.text);
      assert.match(looked.text, /migrations pending: 0/);
      assert.match(looked.text, new RegExp(`Running: version .*, process ${old.id.pid}`));

      // As a store of the version before: its last migration has not run there.
      const [last] = await store.rows('select id from myriad.migration order by id desc limit 1');
      const id = String(last?.id);
      await store.rows(`delete from myriad.migration where id = '${id}'`);
      const refused = await run(env, 'upgrade', '--start');
      assert.equal(refused.code, 5, refused.text);
      assert.match(refused.text, new RegExp(`migrations pending: 1[^]*${id}`));
      assert.match(
        refused.text,
        new RegExp(`mysqldump .*-h 127.0.0.1 -P ${store.port} -u keeper -p myriad > myriad.sql`),
      );
      assert.doesNotMatch(refused.text, /a secret|a%20secret/);
      assert.equal(await answers(), 200);
      assert(isAlive(old.id), 'nothing was touched');

      const upgraded = await run(env, 'upgrade', '--within', '60', '--start', '--backed-up');
      assert.equal(upgraded.code, 0, upgraded.text);
      const pid = Number(/Started: .*\(process (\d+)/.exec(upgraded.text)?.[1]);
      const fresh = identify(pid);
      assert(fresh, upgraded.text);
      begun.push(fresh);
      assert(!isAlive(old.id), 'the old one is gone');
      assert.equal(await answers(), 200);
      assert.equal((await store.rows(`select id from myriad.migration where id = '${id}'`)).length, 1);
      assert(existsSync(join(home, 'server.log')));
      assert.doesNotMatch(await readFile(join(home, 'server.log'), 'utf8'), /a secret|a%20secret/);

      await store.rows("insert into myriad.migration (id, applied_at) values ('9999-of-a-newer-version', 1)");
      const older = await run(env, 'upgrade', '--start', '--backed-up');
      assert.equal(older.code, 5, older.text);
      assert.match(older.text, /older than the store, which has 9999-of-a-newer-version/);
      assert(isAlive(fresh));
    } finally {
      for (const id of begun) await endProcess(id);
      await waitUntil(() => begun.every((id) => !isAlive(id)), 10_000);
      await rm(folder, { recursive: true, force: true });
    }
  });
