import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createPathPool, type HostSession, open, type PathPool } from '@myriad/paths';
import { initialise, makeDirectories, moveAside, removeDirectories } from './seat-actions.ts';
import { readServer, startServer, stopServer, supervisorScript } from './server-actions.ts';

let folder: string;
let pool: PathPool;
let host: HostSession;
const started: string[] = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myriad-actions-'));
  await mkdir(join(folder, 'home'));
  const bin = join(folder, 'bin');
  await mkdir(bin);
  // Says what its file says, like `systemctl show -p ActiveState --value`; without the file it has no bus to ask.
  await writeFile(
    join(bin, 'systemctl'),
    `#!/bin/sh\ncase $* in *ActiveState*) cat '${folder}/unit-state' ;; *) echo 0 ;; esac\n`,
  );
  await chmod(join(bin, 'systemctl'), 0o755);
  const environment = { ...process.env, HOME: join(folder, 'home'), PATH: `${bin}:${process.env.PATH}` };
  pool = createPathPool({ localEnvironment: environment });
  host = await open([{ kind: 'local' }], { pool });
});
after(async () => {
  for (const directory of started)
    await host.action(stopServer, { ...one(directory), limitSeconds: 10, onlyStartedBy: '' }).catch(() => {});
  await host[Symbol.asyncDispose]();
  await pool.close();
  await rm(folder, { recursive: true, force: true });
});

const one = (directory: string) => ({ directory, instanceId: 'i1', unitName: 'none.service' });
const code = (wanted: string) => (error: { detail?: { code?: string } }) => error.detail?.code === wanted;
const until = async <T>(look: () => Promise<T | undefined | false>, what: string): Promise<T> => {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited 15 s for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** A seat with a long-running program in the server's place. */
async function seat(name: string, restart: 'after-crash' | 'never') {
  const directory = join(folder, name);
  await host.action(makeDirectories, { directory, instanceId: 'i1', taskId: 't1' });
  await host.action(initialise, {
    ...{ directory, instanceId: 'i1', taskId: 't1', sql: '', sqlFile: join(directory, 'tmp/x.sql') },
    argv: ['/bin/sh', '-c', 'true'],
  });
  const input = {
    ...one(directory),
    ...{ baseDirectory: folder, restart, startedBy: 't1', supervisor: supervisorScript, userUnit: '', systemUnit: '' },
    argv: ['/bin/sh', '-c', 'echo "it\'s alive"; exec sleep 1000'],
  };
  started.push(directory);
  const start = () => host.action(startServer, input);
  const look = () => host.action(readServer, one(directory));
  const stop = () => host.action(stopServer, { ...one(directory), limitSeconds: 10, onlyStartedBy: '' });
  return { directory, start, look, stop };
}
const supervisorOf = async (directory: string) =>
  Number((await readFile(join(directory, 'run/supervisor'), 'utf8')).split(' ')[0]);

test('a standalone server comes back after a crash, with its exit kept', async () => {
  const { start, look, stop, directory } = await seat('alone', 'after-crash');
  const first = await start();
  assert.ok(first.pid);
  assert.equal((await start()).pid, first.pid, 'a second start finds the first');
  const byAnother = { ...one(directory), limitSeconds: 10, onlyStartedBy: 't2' };
  assert.equal((await host.action(stopServer, byAnother)).stopped, false, 'an undo stops nothing it did not start');
  process.kill(first.pid, 'SIGKILL');
  const back = await until(async () => {
    const seen = await look();
    return seen.running && seen.pid !== first.pid && seen;
  }, 'the server to come back');
  assert.deepEqual([back.exitCode, back.supervised, back.wanted], ['137', true, 'up']);
  assert.match(await readFile(join(directory, 'log/supervisor.log'), 'utf8'), /it's alive[\s\S]*started again in 1 s/);
  await stop();
  const down = await look();
  assert.deepEqual([down.running, down.supervised, down.wanted], [false, false, 'down']);
});

test('a replicated server never comes back by itself', async () => {
  const { start, look } = await seat('replicated', 'never');
  const { pid } = await start();
  process.kill(pid ?? 0, 'SIGKILL');
  const seen = await until(async () => {
    const now = await look();
    return !now.supervised && now;
  }, 'the supervisor to end');
  assert.deepEqual([seen.running, seen.exitCode, seen.wanted], [false, '137', 'up']);
});

test('a server whose supervisor was killed lives on and is adopted by the next start', async () => {
  const { start, look, stop, directory } = await seat('adopted', 'after-crash');
  const { pid } = await start();
  process.kill(await supervisorOf(directory), 'SIGKILL');
  await until(async () => !(await look()).supervised, 'the supervisor to be gone');
  assert.equal((await look()).running, true);
  const again = await start();
  assert.deepEqual([again.pid, again.already], [pid, true]);
  await until(async () => (await look()).supervised, 'the new supervisor');
  process.kill(pid ?? 0, 'SIGKILL');
  const back = await until(async () => {
    const seen = await look();
    return seen.running && seen.pid !== pid && seen;
  }, 'the adopted server to come back');
  assert.equal(back.exitCode, 'unknown');
  await stop();
});

test('what was not made here is never touched', async () => {
  const directory = join(folder, 'foreign');
  await mkdir(join(directory, 'data'), { recursive: true });
  await writeFile(join(directory, 'data/ibdata1'), 'precious');
  const given = { directory, instanceId: 'i1', taskId: 't1' };
  await assert.rejects(host.action(makeDirectories, given), code('SEAT_NOT_EMPTY'));
  await assert.rejects(host.action(initialise, { ...given, argv: ['true'], sql: '', sqlFile: '' }), code('NOT_OURS'));
  await assert.rejects(host.action(moveAside, { ...one(directory), trash: join(folder, 'trash/x') }), code('NOT_OURS'));
  await assert.rejects(
    host.action(startServer, {
      ...one(directory),
      baseDirectory: folder,
      argv: ['true'],
      restart: 'never',
      startedBy: 't1',
      supervisor: '',
      userUnit: '',
      systemUnit: '',
    }),
    code('NOT_OURS'),
  );
  assert.deepEqual(await host.action(removeDirectories, { ...given, unitName: 'none.service' }), { removed: false });
  assert.equal(await readFile(join(directory, 'data/ibdata1'), 'utf8'), 'precious');
});

test('undo removes only what this very task made', async () => {
  const { directory } = await seat('made', 'never');
  const other = { ...one(directory), taskId: 't2' };
  await assert.rejects(
    host.action(removeDirectories, other),
    (error: { detail?: { code?: string } }) => error.detail?.code === 'NOT_OURS',
  );
  assert.deepEqual(await host.action(removeDirectories, { ...other, taskId: 't1' }), { removed: true });
});

test('an initialisation cut half way begins again; a data directory with no mark of ours is refused', async () => {
  const directory = join(folder, 'cut');
  const given = { directory, instanceId: 'i1', taskId: 't1' };
  await host.action(makeDirectories, given);
  const run = (script: string) =>
    host.action(initialise, { ...given, argv: ['/bin/sh', '-c', script], sql: '', sqlFile: '' });
  await assert.rejects(run(`touch ${directory}/data/half; exit 3`));
  assert.deepEqual(await readdir(join(directory, 'data')), ['half']);
  assert.equal((await run(`touch ${directory}/data/whole`)).already, false);
  assert.deepEqual(await readdir(join(directory, 'data')), ['whole']);
  assert.equal((await run('exit 3')).already, true);

  const strange = join(folder, 'strange');
  await host.action(makeDirectories, { ...given, directory: strange });
  await mkdir(join(strange, 'data'));
  const refused = host.action(initialise, { ...given, directory: strange, argv: ['true'], sql: '', sqlFile: '' });
  await assert.rejects(refused, (error: { detail?: { code?: string } }) => error.detail?.code === 'DATA_NOT_OURS');
});

for (const manager of ['user', 'system'])
  test(`a ${manager} unit runs until systemd says that it does not; no answer is no answer`, async () => {
    const { directory, look } = await seat(`unit-${manager}`, 'never');
    await writeFile(join(directory, 'run/manager'), `${manager}\n`);
    const gone = { ...one(directory), trash: join(folder, `trash/${manager}`) };
    const undone = { ...one(directory), taskId: 't1' };
    for (const state of ['active', 'activating', 'deactivating']) {
      await writeFile(join(folder, 'unit-state'), `${state}\n`);
      assert.equal((await look()).running, true, state);
      await assert.rejects(host.action(moveAside, gone), code('STILL_RUNS'), state);
      await assert.rejects(host.action(removeDirectories, undone), code('STILL_RUNS'), state);
    }
    await rm(join(folder, 'unit-state'));
    await assert.rejects(look(), code('UNIT_UNKNOWN'));
    await assert.rejects(host.action(moveAside, gone), code('UNIT_UNKNOWN'));
    await assert.rejects(host.action(removeDirectories, undone), code('UNIT_UNKNOWN'));
    await writeFile(join(folder, 'unit-state'), 'inactive\n');
    assert.equal((await look()).running, false);
    await writeFile(join(directory, 'run/manager'), 'supervisor\n');
  });

test('a server that its manager has lost is still seen, and its folder left alone', async () => {
  const { directory, look, stop } = await seat('lost', 'never');
  const argv = ['-c', 'sleep 1000; :', 'mysqld', `--defaults-file=${directory}/my.cnf`];
  const server = spawn('/bin/sh', argv, { stdio: 'ignore', detached: true });
  try {
    await writeFile(join(directory, 'run/mysqld.pid'), `${server.pid}\n`);
    assert.equal((await look()).running, true);
    await assert.rejects(host.action(removeDirectories, { ...one(directory), taskId: 't1' }), code('STILL_RUNS'));
    await assert.rejects(stop(), code('STOP_SLOW'));
  } finally {
    process.kill(-(server.pid ?? 0), 'SIGKILL');
  }
  await until(async () => !(await look()).running, 'the process to be gone');
});

test('a replicated server with a persisted role is not started', async () => {
  const { directory, start } = await seat('persisted', 'never');
  const file = join(directory, 'data/mysqld-auto.cnf');
  await writeFile(file, '{"Version": 2, "mysql_dynamic_variables": {"super_read_only": {"Value": "OFF"}}}');
  await assert.rejects(start(), code('ROLE_PERSISTED'));
  await writeFile(file, '{"Version": 2, "mysql_dynamic_variables": {"max_connections": {"Value": "200"}}}');
  assert.equal((await start()).already, false);
});
