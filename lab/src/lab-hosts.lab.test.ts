import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { createPathPool, open } from '@myriad/paths';
import { type LabHost, startLabHosts } from './lab-hosts.ts';
import { pathToHost } from './path-to-host.ts';
import { findProcesses, hasInEnvironment, waitUntil } from './processes.ts';
import { inLab } from './scratch.ts';

/** Opens on connections of its own: a host that lost power must not be answered for by a kept one. */
async function openHost(host: LabHost) {
  const pool = createPathPool();
  const session = await open([pathToHost(host)], { pool });
  const close = async () => {
    await session[Symbol.asyncDispose]();
    await pool[Symbol.asyncDispose]();
  };
  return { exec: session.exec.bind(session), [Symbol.asyncDispose]: close };
}

async function run(host: LabHost, ...argv: string[]): Promise<string> {
  await using session = await openHost(host);
  const { stdout, stderr, code } = await session.exec(argv);
  assert.equal(code, 0, stderr);
  return stdout.trim();
}

/** Something that outlives its session, as a server does; finds it again from outside by a mark. */
async function leaveRunning(host: LabHost, mark: string): Promise<() => boolean> {
  await run(host, 'sh', '-c', `LAB_TEST=${mark} setsid sleep 600 >/dev/null 2>&1 </dev/null &`);
  const isThere = () => findProcesses((pid) => hasInEnvironment(pid, `LAB_TEST=${mark}`)).length > 0;
  assert.ok(await waitUntil(isThere, 5_000));
  return isThere;
}

test('lab hosts are apart: own address and home each, a plain user, a /dev/null that takes everything', (t) =>
  inLab(t, async ({ folder, use }) => {
    const { hosts } = use(await startLabHosts({ count: 3, folder }));
    assert.equal(new Set(hosts.map(({ address }) => address)).size, 3);
    for (const host of hosts) {
      assert.equal(await run(host, 'sh', '-c', 'echo "$PWD"'), host.root);
      assert.notEqual(await run(host, 'id', '-u'), '0');
      await run(host, 'sh', '-c', `echo x >/dev/null; echo ${host.name} >~/whoami`);
    }
    for (const host of hosts) assert.equal(await run(host, 'cat', `${host.root}/whoami`), host.name);
  }));

test('a host that lost power lost its processes, keeps its files, and comes back under the same key', (t) =>
  inLab(t, async ({ folder, use }) => {
    const { hosts } = use(await startLabHosts({ count: 2, folder }));
    const [first, second] = hosts;
    assert.ok(first && second);
    const onFirst = await leaveRunning(first, path.basename(`${folder}-1`));
    const onSecond = await leaveRunning(second, path.basename(`${folder}-2`));
    await run(first, 'sh', '-c', 'echo kept >~/file');
    await first.kill();
    assert.equal(onFirst(), false);
    assert.equal(onSecond(), true);
    assert.equal(first.isRunning(), false);
    await first.start();
    assert.equal(await run(first, 'cat', `${first.root}/file`), 'kept');
  }));

test('a frozen host is silent and goes on where it was', (t) =>
  inLab(t, async ({ folder, use }) => {
    const { hosts } = use(await startLabHosts({ count: 1, folder }));
    const [host] = hosts;
    assert.ok(host);
    await using session = await openHost(host);
    await host.freeze();
    let answered = false;
    const answer = session.exec(['echo', 'here']).then((result) => {
      answered = true;
      return result;
    });
    const states = () => Promise.all(host.processes().map(stateOf));
    assert.ok(await waitUntil(async () => (await states()).every((state) => state === 'T'), 5_000));
    assert.equal(answered, false);
    await host.thaw();
    assert.equal((await answer).stdout, 'here\n');
  }));

test('a lab started again in its folder has the same addresses, ports and keys', (t) =>
  inLab(t, async ({ folder, use }) => {
    const facts = ({ address, sshPort, hostKeyFingerprint, privateKey }: LabHost) =>
      JSON.stringify({ address, sshPort, hostKeyFingerprint, privateKey });
    const before = await startLabHosts({ count: 2, folder });
    await before.stop(0);
    const after = use(await startLabHosts({ count: 3, folder }));
    assert.deepEqual(after.hosts.slice(0, 2).map(facts), before.hosts.map(facts));
  }));

test('nothing of a lab survives when its process is killed with -9, or at the latest its next start', (t) =>
  inLab(t, async ({ folder, use }) => {
    const script = path.join(folder, 'holder.mjs');
    const door = path.join(import.meta.dirname, 'lab-hosts.ts');
    await writeFile(
      script,
      `import { startLabHosts } from ${JSON.stringify(door)};
       const lab = await startLabHosts({ count: 1, folder: ${JSON.stringify(path.join(folder, 'lab'))} });
       process.send(lab.hosts[0]);
       setInterval(() => {}, 1000);`,
    );
    const holder = fork(script);
    t.after(() => holder.kill('SIGKILL'));
    const [host] = (await once(holder, 'message')) as [LabHost];
    const isThere = await leaveRunning(host, path.basename(`${folder}-left`));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const isolated = await waitUntil(() => !isThere(), 2_000);
    const lab = use(await startLabHosts({ count: 1, folder: path.join(folder, 'lab') }));
    assert.equal(isThere(), false);
    if (lab.hosts[0]?.isolated) assert.ok(isolated, 'in its own namespaces everything ends at once');
  }));

async function stateOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2)[0];
}
