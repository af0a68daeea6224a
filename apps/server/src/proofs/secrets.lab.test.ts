import assert from 'node:assert/strict';
import { execFile, fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { listServerPackages } from '@myriad/contract';
import {
  identify,
  inLab,
  isAlive,
  type LabServer,
  type ProcessId,
  type Scratch,
  signal,
  startLabHosts,
  startServer,
  waitUntil,
} from '@myriad/lab';
import { parseKeys } from '../platform/secrets/key-ring.ts';
import { createValueCodec } from '../platform/secrets/value-codec.ts';
import { type ProofHost, registerMachine } from './testing/hosts.ts';
import { offerPackage, type Proof } from './testing/open-proof.ts';
import { makePeople, newSecret } from './testing/people.ts';
import { begin, deployForm, seeTask, tellTask, untilRest } from './testing/tickets.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const port = 26_000 + Math.floor(Math.random() * 450);
const atRest = new Set(['paused', 'done', 'failed', 'cancelled', 'undone']);

/** What must be found nowhere, by a name that may be shown. */
type Planted = Map<string, string>;

const findIn = (planted: Planted, where: string, bytes: Buffer | string): readonly string[] =>
  [...planted].filter(([, value]) => value !== '' && bytes.includes(value)).map(([name]) => `${name} in ${where}`);

async function findInFiles(planted: Planted, folder: string, leaveOut: RegExp): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || leaveOut.test(file)) continue;
    found.push(...findIn(planted, file, await readFile(file).catch(() => '')));
  }
  return found;
}

/** Command lines of every process of this machine, and environments of all but `except`, which was given its own by its owner. */
function findInProcesses(planted: Planted, except: number): readonly string[] {
  const look = (pid: string, what: 'cmdline' | 'environ') => {
    try {
      const text = readFileSync(`/proc/${pid}/${what}`, 'latin1');
      const program = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
      return findIn(planted, `${what} of ${program}`, text);
    } catch {
      return []; // ended since the listing
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => [...look(pid, 'cmdline'), ...(Number(pid) === except ? [] : look(pid, 'environ'))]);
}

/** The server as an installation runs it: a process of its own, embedded engine, store and key from its environment. */
async function startPlatform(scratch: Scratch, settings: Readonly<Record<string, string>>) {
  const output: Buffer[] = [];
  const env = { PATH: process.env.PATH, HOME: scratch.folder, MYRIAD_LISTEN: '127.0.0.1:0', ...settings };
  const child = fork(here('../processes/server.ts'), [], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => void output.push(piece));
  const id: ProcessId | undefined = child.pid === undefined ? undefined : identify(child.pid);
  scratch.use({
    [Symbol.asyncDispose]: async () => {
      if (!id) return;
      signal(id, 'SIGTERM');
      if (!(await waitUntil(() => !isAlive(id), 30_000))) signal(id, 'SIGKILL');
    },
  });
  const said = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  const text = () => Buffer.concat(output).toString('utf8');
  const [ready] = said as [{ url: string; firstRunToken?: string } | number];
  if (typeof ready !== 'object' || ready === null) throw new Error(`the server did not start: ${text()}`);
  return { ...ready, pid: child.pid ?? 0, output: text };
}

/** All answers to GET an administrator can get: lists, and each thing the lists name. */
async function walkAnswers(url: string, token: string, taskId: string): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  const get = async (path: string) => {
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    answers.set(path, `${JSON.stringify([...answer.headers])}\n${await answer.text()}`);
    // What comes as lines (logs, metrics) names nothing to follow, but is searched like the rest.
    if (!answer.headers.get('content-type')?.startsWith('application/json')) return '';
    return answers.get(path)?.split('\n').slice(1).join('\n') ?? '';
  };
  const description: { paths: Record<string, { get?: unknown }> } = JSON.parse(await get('/api/openapi.json'));
  const paths = Object.keys(description.paths).filter((path) => description.paths[path]?.get !== undefined);
  const ids = new Map<string, readonly string[]>([['taskId', [taskId]]]);
  for (const path of paths.filter((each) => !each.includes('{') && !/stream/.test(each))) {
    const body = await get(path);
    const noun = /\/api\/([a-z-]+)$/.exec(path)?.[1];
    const parsed: { items?: { id?: string }[] } = body.startsWith('{') ? JSON.parse(body) : {};
    if (noun && parsed.items)
      ids.set(`${noun.replace(/s$/, '')}Id`, parsed.items.flatMap(({ id }) => id ?? []).slice(0, 20));
  }
  for (const path of paths.filter((each) => each.includes('{') && !/stream/.test(each))) {
    const name = /\{(\w+)\}/.exec(path)?.[1] ?? '';
    for (const id of ids.get(name) ?? []) await get(path.replace(`{${name}}`, id));
  }
  return answers;
}

/** Every column of every table of the store, the sealed values too: sealed, they show nothing. */
async function dumpStore(server: LabServer): Promise<string> {
  const tables = await server.rows(
    "select table_name as n from information_schema.tables where table_schema = 'platform'",
  );
  const parts: string[] = [];
  for (const { n } of tables)
    parts.push(`${n} ${JSON.stringify(await server.rows(`select * from platform.\`${n}\``))}`);
  assert.ok(parts.length > 20 && parts.some((part) => part.startsWith('task_step ')));
  return parts.join('\n');
}

test('planted secrets are found nowhere while a cluster is deployed, nor afterwards', (t) =>
  inLab(t, async (scratch) => {
    const home = join(scratch.folder, 'platform');
    await mkdir(home, { mode: 0o700 });
    await offerPackage('mysql', join(home, 'packages'));
    const storePassword = newSecret();
    const store = scratch.use(await startServer({ flavor: 'mysql', folder: join(scratch.folder, 'store') }));
    await store.rows('create database platform');
    await store.rows(`create user platform@'%' identified by '${storePassword}'`);
    await store.rows("grant all on *.* to platform@'%'");
    const masterKey = randomBytes(32).toString('hex');
    const url = `mysql://platform:${storePassword}@${store.address}:${store.port}/platform`;
    const server = await startPlatform(scratch, {
      MYRIAD_HOME: home,
      MYRIAD_STORE: url,
      MYRIAD_KEY: `kproof ${masterKey}`,
    });
    const people = await makePeople(server.url, server.firstRunToken ?? '');
    const lab = scratch.use(await startLabHosts({ count: 2, folder: join(scratch.folder, 'lab') }));
    const hosts: ProofHost[] = [];
    for (const machine of lab.hosts)
      hosts.push(
        scratch.use({ ...(await registerMachine(people.dba.client, machine)), [Symbol.asyncDispose]: async () => {} }),
      );
    for (const { way } of hosts) scratch.use(way);
    const { items } = await people.dba.client.call(listServerPackages, {});
    const proof: Proof = {
      ...{ url: server.url, folder: scratch.folder, storeFile: '', people, hosts, logLines: [] },
      packageId: items[0]?.id ?? '',
      check: async () => {},
    };
    const planted: Planted = new Map([
      ['store password', storePassword],
      ['master key', masterKey],
      ['one-time token', server.firstRunToken ?? ''],
      // A line from the middle: the whole file's line ends differ by how it is written down.
      ['SSH key', lab.hosts[0]?.privateKey.split('\n')[2] ?? ''],
      ...Object.values(people).flatMap(({ name, password, token }): [string, string][] => [
        [`password of ${name}`, password],
        [`token of ${name}`, token],
      ]),
    ]);
    assert.ok([...planted.values()].every((value) => value.length > 15));
    const keys = parseKeys(`kproof ${masterKey}`);
    const addGenerated = async () => {
      for (const row of await store.rows("select id, label, sealed from platform.secret where kind = 'password'")) {
        const codec = createValueCodec(keys, `secret/${row.id}`);
        planted.set(
          `MySQL ${row.label}`,
          Buffer.from(codec.decode(Buffer.from(String(row.sealed), 'base64'))).toString(),
        );
      }
    };

    const taskId = await begin(proof, 'resource.new-cluster', deployForm(proof, { port }));
    const during = new Set<string>();
    let looks = 0;
    while (!atRest.has((await seeTask(proof, taskId)).state)) {
      if (![...planted.keys()].some((name) => name.startsWith('MySQL '))) await addGenerated();
      for (const found of findInProcesses(planted, server.pid)) during.add(found);
      looks += 1;
    }
    const task = await untilRest(proof, taskId);
    assert.equal(task.state, 'done', tellTask(task));
    t.diagnostic(`${planted.size} secrets, ${looks} looks at all processes`);
    assert.ok(looks > 10 && [...planted.keys()].filter((name) => name.startsWith('MySQL ')).length >= 5);

    await t.test('command lines and environments, while it ran', () => assert.deepEqual([...during], []));
    await t.test('the log', () => assert.deepEqual(findIn(planted, 'the log', server.output()), []));
    await t.test('the store, all columns', async () =>
      assert.deepEqual(findIn(planted, 'the store', await dumpStore(store)), []),
    );
    await t.test('the platform’s folder with the engine’s journal', async () => {
      assert.ok((await readdir(home, { recursive: true })).length > 20);
      assert.deepEqual(await findInFiles(planted, home, /\/packages\//), []);
    });
    await t.test('every answer to an administrator', async () => {
      const answers = await walkAnswers(server.url, people.administrator.token, taskId);
      t.diagnostic(`${answers.size} answers`);
      assert.ok(answers.size >= 25, [...answers.keys()].join(' '));
      assert.deepEqual(
        [...answers].flatMap(([path, text]) => findIn(planted, path, text)),
        [],
      );
    });
    await t.test('the command line’s output', async () => {
      const env = { PATH: process.env.PATH, MYRIAD_URL: server.url, MYRIAD_TOKEN: people.administrator.token };
      for (const words of [
        ['task', 'show', taskId],
        ['host', 'list'],
        ['cluster', 'list'],
        ['user', 'list'],
        ['token', 'list'],
        ['audit', 'list'],
        ['change', 'list'],
      ])
        for (const flags of [[], ['--json']]) {
          const { stdout, stderr } = await promisify(execFile)(
            process.execPath,
            [here('../../../cli/src/main.ts'), ...words, ...flags],
            { env },
          );
          assert.deepEqual(findIn(planted, words.join(' '), stdout + stderr), []);
          assert.ok(stdout.length > 0);
        }
    });
    await t.test(
      'the hosts: jobs, scripts, option files, logs, data; but where the server itself keeps it',
      async () => {
        const kept = /\/packages\/|\/data\/(mysql\.ibd|undo_\d+|#innodb_redo\/.*|#innodb_temp\/.*|ib.*|.*\.dblwr)$/;
        const found: string[] = [];
        for (const { machine } of hosts) found.push(...(await findInFiles(planted, machine.folder, kept)));
        assert.deepEqual(found, []);
        const unavoidable: string[] = [];
        for (const { machine } of hosts)
          unavoidable.push(...(await findInFiles(planted, machine.folder, /\/packages\//)));
        // Unavoidable: a replica keeps its source's password in clear (mysql.slave_master_info), and only this one.
        assert.deepEqual(
          unavoidable.filter((each) => !each.startsWith('MySQL orders: replication ')),
          [],
        );
        t.diagnostic(
          `kept by the servers themselves: ${[...new Set(unavoidable.map((each) => each.replace(/.*\/data\//, 'data/')))].join(', ')}`,
        );
      },
    );
    await t.test('the console’s files', async (inner) => {
      const folder = here('../../../web/dist');
      const files = await readdir(folder).catch(() => []);
      if (files.length === 0) return inner.skip('the console is not built');
      assert.deepEqual(await findInFiles(planted, folder, /(?!)/), []);
    });
    await t.test('a planted leak is found: in a command line, an environment, a file and the store', async () => {
      const leak = new Map([['a leak', newSecret()]]);
      const secret = leak.get('a leak') ?? '';
      const child = spawn('sleep', ['60'], { env: { PATH: process.env.PATH, LEAK: secret }, argv0: `sleep-${secret}` });
      try {
        const seen = () => new Set(findInProcesses(leak, server.pid).map((each) => each.split(' of ')[0]));
        assert.ok(await waitUntil(() => seen().size === 2, 5_000), [...seen()].join());
      } finally {
        child.kill();
      }
      const file = join(home, 'leak.txt');
      await writeFile(file, `x${secret}x`);
      assert.deepEqual(await findInFiles(leak, home, /\/packages\//), [`a leak in ${file}`]);
      await store.rows("insert into platform.setting (name, value) values ('leak', ?)", [secret]);
      assert.equal(findIn(leak, 'the store', await dumpStore(store)).length, 1);
    });
  }));
