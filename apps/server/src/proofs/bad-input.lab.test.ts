import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { changeHost, getCluster, listClusters, listHosts, type Problem } from '@myriad/contract';
import { inLab, mustRun } from '@myriad/lab';
import { type Case, cases, with_ } from './testing/bad-forms.ts';
import type { ProofHost } from './testing/hosts.ts';
import { malformed } from './testing/malformed.ts';
import { openProof, type Proof } from './testing/open-proof.ts';
import { hostAt, listenOn, takenPort } from './testing/spoils.ts';
import {
  approve,
  begin,
  decide,
  deployForm,
  preview,
  refusalOf,
  submit,
  tellTask,
  untilRest,
} from './testing/tickets.ts';
import { listFolder, listPrograms, seeWorld } from './testing/worlds.ts';

/** Says what is wrong and what to do, in both languages. */
function assertNextMove({ faults = [], ...problem }: Problem): void {
  assert.ok(problem.next?.en && problem.next.zh);
  for (const { path, words } of faults) {
    assert.match(words.en, /[.!”)] [A-Z“][^.]*.*\.$/s, `${path}: no next move in: ${words.en}`);
    assert.match(words.zh, /。.*。$/s, `${path}: no next move in: ${words.zh}`);
    assert.match(words.zh, /[\u4e00-\u9fff]/);
  }
}

/** A running server writes its own files all the time. */
const ownWrites = new RegExp(`^\\.myriad(/actions(/|$)|$)|^m/instances/${takenPort}/(data|binlog|log|run|tmp)/`);
const see = (proof: Proof) =>
  seeWorld(
    proof.storeFile,
    proof.hosts.map(({ machine }) => machine),
    ownWrites,
  );

async function assertRefused(proof: Proof, { form = with_({}), refusals }: Case): Promise<void> {
  const before = await see(proof);
  for (const ask of [preview, submit]) {
    const problem = await refusalOf(ask(proof, 'resource.new-cluster', form(proof)));
    assert.equal(problem.code, 'FORM_INVALID', JSON.stringify(problem));
    const shown = JSON.stringify(problem.faults, null, 1);
    for (const [path, says] of refusals)
      assert.ok(
        problem.faults?.some((fault) => fault.path === path && says.test(fault.words.en)),
        `${path} ${says} is not among ${shown}`,
      );
    assert.ok((problem.faults?.length ?? 0) <= refusals.length, `more than was wrong: ${shown}`);
    assertNextMove(problem);
  }
  assert.deepEqual(await see(proof), before);
}

/** Things of other people around and inside the base directories. */
async function plantForeign(proof: Proof): Promise<() => Promise<readonly (readonly string[])[]>> {
  const mine = [
    'm/notes.txt',
    'm/instances/9999/data/ibdata1',
    'm/packages/own/readme',
    'm/trash/old/ibdata1',
    'else/x',
  ];
  for (const { machine } of proof.hosts)
    for (const name of mine) {
      const file = join(machine.folder, name);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, `${name} belongs to somebody else`);
      await mustRun('chown', ['-R', `${machine.user}:`, join(machine.folder, name.split('/')[0] ?? '')]);
    }
  const isForeign = (line: string) => mine.some((name) => line.includes(` ${name} `));
  return () =>
    Promise.all(proof.hosts.map(async ({ machine }) => (await listFolder(machine.folder)).filter(isForeign)));
}

test('bad input never half-works', (t) =>
  inLab(t, async (scratch) => {
    const proof = await openProof(scratch, { hosts: 3 });
    const seeForeign = await plantForeign(proof);
    const foreign = await seeForeign();
    assert.equal(foreign.flat().length, 15);
    const single = { topology: 'single', hostIds: [hostAt(proof, 0).id], port: takenPort };
    const standing = await untilRest(proof, await begin(proof, 'resource.new-cluster', deployForm(proof, single)));
    assert.equal(standing.state, 'done', tellTask(standing));

    for (const given of cases)
      await t.test(`${given.name}: refused before anything changes, with every reason at once`, async () => {
        const mend = (await given.spoil?.(proof)) ?? (() => {});
        try {
          await assertRefused(proof, given);
        } finally {
          await mend();
        }
      });

    await t.test('malformed forms name each wrong field and change nothing', async () => {
      const before = await see(proof);
      for (const { what, send, path } of malformed(proof)) {
        const problem = await send();
        assert.ok(['FORM_INVALID', 'INPUT_INVALID'].includes(problem.code), `${what}: ${JSON.stringify(problem)}`);
        assert.ok(
          problem.faults?.some((fault) => fault.path === path),
          `${what}: ${path} is not named in ${JSON.stringify(problem.faults)}`,
        );
        for (const fault of problem.faults ?? [])
          assert.ok(fault.words.en !== '' && /[\u4e00-\u9fff]/.test(fault.words.zh), what);
      }
      assert.deepEqual(await see(proof), before);
    });

    await t.test(
      'a fault that comes after the checks: the task stops before it changed a host, and can go both ways',
      async () => {
        const before = await see(proof);
        const ticket = await submit(
          proof,
          'resource.new-cluster',
          with_({ hostIds: proof.hosts.slice(1).map(({ id }) => id) })(proof),
        );
        const free = await listenOn(2)(proof);
        const taskId = await approve(proof, ticket);
        const paused = await untilRest(proof, taskId);
        assert.equal(paused.state, 'paused', tellTask(paused));
        const failed = paused.steps.filter(({ state }) => state === 'failed');
        assert.deepEqual(
          failed.map(({ step, error }) => [step, error?.code]),
          [['instances.check-seat', 'PORT_TAKEN']],
        );
        assert.ok(failed[0]?.error?.next?.en && failed[0].error.next.zh);
        const hosts = await see(proof);
        assert.deepEqual([hosts.folders, hosts.programs], [before.folders, before.programs], 'a host was changed');
        await decide(proof, taskId, 'undo');
        const undone = await untilRest(proof, taskId);
        assert.equal(undone.state, 'undone', tellTask(undone));
        await free();
        const { items } = await proof.people.dba.client.call(listHosts, { query: {} });
        assert.deepEqual(
          items.map(({ poolState }) => poolState),
          ['in-use', 'available', 'available'],
        );
        assert.deepEqual(await seeForeign(), foreign);
      },
    );

    await t.test(
      'a disk that fills after the checks',
      { skip: process.getuid?.() === 0 ? false : 'needs root' },
      async () => {
        const host = hostAt(proof, 2);
        const disk = await smallDiskOn(host, join(host.machine.root, 'small'), 3072);
        try {
          const change = (baseDirectory: string) =>
            proof.people.dba.client.call(changeHost, { params: { hostId: host.id }, body: { baseDirectory } });
          await change(`${host.machine.root}/small`);
          await disk.fill();
          const form = with_({ topology: 'single', hostIds: [host.id] });
          await assertRefused(proof, { name: 'a full disk', form, refusals: [['hostIds', /0\.0 GiB free.*at least/]] });
          await disk.free();
          const ticket = await submit(proof, 'resource.new-cluster', form(proof));
          await disk.fill();
          const taskId = await approve(proof, ticket);
          const paused = await untilRest(proof, taskId);
          assert.equal(paused.state, 'paused', tellTask(paused));
          assert.equal(
            paused.steps.find(({ state }) => state === 'failed')?.error?.code,
            'DISK_TOO_SMALL',
            tellTask(paused),
          );
          assert.deepEqual(await disk.list(), ['ballast']);
          await disk.free();
          await decide(proof, taskId, 'retry');
          const done = await untilRest(proof, taskId);
          assert.equal(done.state, 'done', tellTask(done));
          const gone = await untilRest(
            proof,
            await begin(proof, 'resource.decommission', { clusterId: await idOf(proof, 'wanted') }),
          );
          assert.equal(gone.state, 'done', tellTask(gone));
          await change(`${host.machine.root}/m`);
        } finally {
          await disk.free();
        }
      },
    );

    await t.test('decommission moves its own data aside and leaves everything of others alone', async () => {
      const clusterId = await idOf(proof, 'orders');
      const inside = join(hostAt(proof, 0).machine.folder, 'm', 'instances', String(takenPort), 'data', 'mine.txt');
      await writeFile(inside, 'put here by somebody');
      const gone = await untilRest(proof, await begin(proof, 'resource.decommission', { clusterId }));
      assert.equal(gone.state, 'done', tellTask(gone));
      assert.deepEqual(await seeForeign(), foreign);
      const left = await listFolder(hostAt(proof, 0).machine.folder);
      assert.equal(left.filter((line) => /m\/trash\/\S+\/data\/mine\.txt/.test(line)).length, 1);
      assert.deepEqual(listPrograms(hostAt(proof, 0).machine), []);
      assert.equal((await proof.people.dba.client.call(getCluster, { params: { clusterId } })).state, 'decommissioned');
    });
  }));

async function idOf({ people }: Proof, name: string): Promise<string> {
  const { items } = await people.dba.client.call(listClusters, { query: {} });
  return items.find((cluster) => cluster.name === name && cluster.state === 'running')?.id ?? '';
}

/** A disk of its own inside the machine, where its mounts are not ours to see; it goes with the machine. */
async function smallDiskOn({ machine }: ProofHost, folder: string, sizeMib: number) {
  const pid = machine.processes()[0];
  const there = machine.isolated ? ['nsenter', '-t', String(pid), '-m'] : ['env'];
  const run = ([command = '', ...args]: readonly string[]) => mustRun(command, args);
  const on = (...words: readonly string[]) => run([...there, ...words]);
  await on('mkdir', folder);
  await on('mount', '-t', 'tmpfs', '-o', `size=${sizeMib}m,mode=755`, 'tmpfs', folder);
  await on('chown', `${machine.user}:`, folder);
  return {
    fill: () => on('sh', '-c', `dd if=/dev/zero of=${folder}/ballast bs=1M 2>/dev/null || :`),
    free: () => on('rm', '-f', `${folder}/ballast`),
    list: async () => (await on('ls', folder)).trim().split('\n'),
  };
}
