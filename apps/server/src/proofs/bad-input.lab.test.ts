import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { changeHost, getCluster, listClusters, listHosts, type Problem } from '@myriad/contract';
import { inLab, mustRun } from '@myriad/lab';
import type { ProofHost } from './testing/hosts.ts';
import { malformed } from './testing/malformed.ts';
import { openProof, type Proof } from './testing/open-proof.ts';
import {
  approve,
  begin,
  decide,
  deployForm,
  type Form,
  preview,
  refusalOf,
  submit,
  tellTask,
  untilRest,
} from './testing/tickets.ts';
import { listFolder, listPrograms, seeWorld } from './testing/worlds.ts';

const port = 26_000 + Math.floor(Math.random() * 240) * 2;
const takenPort = port + 1;

/** A fault and how to take it away again. */
type Spoil = (proof: Proof) => Promise<() => Promise<void> | void>;

interface Case {
  readonly name: string;
  readonly form?: (proof: Proof) => Form;
  readonly spoil?: Spoil;
  /** Which field each refusal names, and what its sentence must say. */
  readonly refusals: readonly (readonly [path: string, says: RegExp])[];
}

const hostAt = (proof: Proof, at: number): ProofHost => {
  const host = proof.hosts[at];
  if (!host) throw new Error(`no host ${at}`);
  return host;
};

const cut: Spoil = async (proof) => {
  const { way } = hostAt(proof, 1);
  way.cut();
  return way.mend;
};

const takeKeyAway: Spoil = async (proof) => {
  const { way, machine } = hostAt(proof, 1);
  const keys = join(machine.folder, '.ssh', 'authorized_keys');
  await rename(keys, `${keys}.away`);
  way.leadTo({ address: machine.address, port: machine.sshPort });
  return () => rename(`${keys}.away`, keys);
};

const leadElsewhere: Spoil = async (proof) => {
  const [one, other] = [hostAt(proof, 1), hostAt(proof, 2)];
  one.way.leadTo({ address: other.machine.address, port: other.machine.sshPort });
  return () => one.way.leadTo({ address: one.machine.address, port: one.machine.sshPort });
};

const listenOn =
  (at: number): Spoil =>
  async (proof) => {
    const server = createServer();
    server.listen(port, hostAt(proof, at).machine.address);
    await once(server, 'listening');
    return () => new Promise((closed) => void server.close(() => closed()));
  };

const foreignData: Spoil = async (proof) => {
  const folder = join(hostAt(proof, 1).machine.folder, 'm', 'instances', String(port));
  await mkdir(join(folder, 'data'), { recursive: true });
  await writeFile(join(folder, 'data', 'ibdata1'), 'years of somebody’s work');
  return () => rm(folder, { recursive: true });
};

const baseAt =
  (baseDirectory: string): Spoil =>
  async (proof) => {
    const { id, machine } = hostAt(proof, 1);
    const change = (body: object) => proof.people.dba.client.call(changeHost, { params: { hostId: id }, body });
    await change({ baseDirectory });
    return async () => void (await change({ baseDirectory: `${machine.root}/m` }));
  };

const outOfService: Spoil = async (proof) => {
  const { id } = hostAt(proof, 1);
  const change = (out: boolean) =>
    proof.people.dba.client.call(changeHost, { params: { hostId: id }, body: { outOfService: out } });
  await change(true);
  return async () => {
    await change(false);
    await proof.check(hostAt(proof, 1));
  };
};

const all =
  (...spoils: readonly Spoil[]): Spoil =>
  async (proof) => {
    const ends: (() => Promise<void> | void)[] = [];
    for (const spoil of spoils) ends.push(await spoil(proof));
    return async () => {
      for (const end of ends.reverse()) await end();
    };
  };

const with_ = (given: Form) => (proof: Proof) => deployForm(proof, { name: 'wanted', port, ...given });
const fixed = (given: Form) => with_({ fixed: given });

const cases: readonly Case[] = [
  { name: 'an unreachable host', spoil: cut, refusals: [['hostIds', /lab-2:\d+: the host cannot be looked at/]] },
  { name: 'a key the host no longer takes', spoil: takeKeyAway, refusals: [['hostIds', /lab-2:.*was not let in/]] },
  { name: 'a changed host key', spoil: leadElsewhere, refusals: [['hostIds', /host key.*Compare the host key/is]] },
  { name: 'a port a foreign process has', spoil: listenOn(1), refusals: [['port', /already listens on port \d+/]] },
  {
    name: 'a port a recorded instance has',
    form: (proof) => with_({ port: takenPort, hostIds: [hostAt(proof, 0).id, hostAt(proof, 1).id] })(proof),
    refusals: [
      ['port', /lab-1:\d+ already has an instance/],
      ['port', /lab-1:\d+: something already listens/],
      ['hostIds', /lab-1:\d+: .* is not empty \(instance/],
    ],
  },
  {
    name: 'a data directory that is not ours',
    spoil: foreignData,
    refusals: [['hostIds', /is there already and is not empty.*never deletes it/s]],
  },
  { name: 'another flavour than the package', form: with_({ flavor: 'mariadb' }), refusals: [['packageId', /mysql/]] },
  { name: 'another version than the package', form: with_({ version: '5.7.44' }), refusals: [['version', /5\.7\.44/]] },
  {
    name: 'a version nobody registered',
    form: with_({ packageId: undefined, flavor: 'mysql', version: '5.5.1' }),
    refusals: [['packageId', /not in the library/]],
  },
  { name: 'a cluster name in use', form: with_({ name: 'orders' }), refusals: [['name', /already called orders/]] },
  {
    name: 'the same host twice',
    form: (proof) => with_({ hostIds: [hostAt(proof, 1).id, hostAt(proof, 1).id] })(proof),
    refusals: [['hostIds', /chosen twice/]],
  },
  {
    name: 'too few hosts chosen',
    form: (proof) => with_({ hostIds: [hostAt(proof, 1).id] })(proof),
    refusals: [['hostIds', /2 hosts are needed, 1 /]],
  },
  {
    name: 'too few hosts in the pool',
    form: with_({ hostIds: undefined, replicas: 5 }),
    refusals: [['hostIds', /6 hosts are needed, \d /]],
  },
  {
    name: 'a host nobody knows',
    form: (proof) => with_({ hostIds: ['nobody', hostAt(proof, 1).id] })(proof),
    refusals: [['hostIds', /no host nobody/]],
  },
  { name: 'a host out of service', spoil: outOfService, refusals: [['hostIds', /lab-2 is out of service/]] },
  {
    name: 'more memory than there is',
    form: with_({ memoryMib: 4_194_304 }),
    refusals: [
      ['memoryMib', /lab-1:.*the host has/],
      ['memoryMib', /lab-2:.*the host has/],
    ],
  },
  {
    name: 'a base directory nobody may write',
    spoil: baseAt('/proc/m'),
    refusals: [
      ['hostIds', /cannot be written/],
      ['hostIds', /0\.0 GiB free/],
    ],
  },
  {
    name: 'a base directory too deep for a socket',
    spoil: baseAt(`/tmp/${'deep/'.repeat(20)}m`),
    refusals: [['hostIds', /socket path would be \d+ bytes/]],
  },
  {
    name: 'an application nobody knows',
    form: with_({ applicationId: 'nobody' }),
    refusals: [['applicationId', /application/]],
  },
  {
    name: 'an unknown character set',
    form: fixed({ characterSet: 'klingon' }),
    refusals: [['fixed.characterSet', /klingon/]],
  },
  {
    name: 'a collation of another character set',
    form: fixed({ characterSet: 'utf8mb4', collation: 'latin1_swedish_ci' }),
    refusals: [['fixed.collation', /latin1_swedish_ci/]],
  },
  {
    name: 'an unknown sql_mode',
    form: fixed({ sqlMode: 'STRICT_TRANS_TABLES,NO_FUN' }),
    refusals: [['fixed.sqlMode', /NO_FUN/]],
  },
  { name: 'a time zone the server refuses', form: fixed({ timeZone: '+14:30' }), refusals: [['fixed.timeZone', /./]] },
  {
    name: 'everything at once',
    form: (proof) =>
      deployForm(proof, {
        name: 'orders',
        port,
        replicas: 2,
        hostIds: proof.hosts.map(({ id }) => id),
        memoryMib: 4_194_304,
        version: '5.7.44',
        fixed: { characterSet: 'klingon' },
      }),
    spoil: all(cut, listenOn(2)),
    refusals: [
      ['name', /already called orders/],
      ['version', /5\.7\.44/],
      ['fixed.characterSet', /klingon/],
      ['hostIds', /lab-2:\d+: the host cannot be looked at/],
      ['port', /lab-3:\d+: something already listens/],
      ['memoryMib', /lab-1:.*the host has/],
      ['memoryMib', /lab-3:.*the host has/],
    ],
  },
];

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
