import assert from 'node:assert/strict';
import type { Plan } from '@myriad/runbook';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Db } from '../../platform/database/schema.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { createSecrets } from '../../platform/secrets/create-secrets.ts';
import { keyRing, newKey } from '../../platform/secrets/key-ring.ts';
import { secretMigrations } from '../../platform/secrets/migrations.ts';
import { hostMigrations } from '../hosts/index.ts';
import { createMetadata, metadataMigrations, type Source } from '../metadata/index.ts';
import { createPaths, pathMigrations } from '../paths/index.ts';
import { DeployForm } from './deploy-form.ts';
import { type DeployInput, FixedForm } from './deploy-input.ts';
import { instanceMigrations } from './migrations.ts';
import { prepareDeploy } from './prepare-deploy.ts';
import { reserveSeats } from './steps/reserve-seats.ts';
import { insertPackage } from './store.ts';
import { deployClusterTask } from './tasks/deploy-cluster.ts';

const migrations = [
  ...secretMigrations,
  ...metadataMigrations,
  ...pathMigrations,
  ...hostMigrations,
  ...instanceMigrations,
];
const somebody: Source = { kind: 'person', id: 'u1' };
const clock = { now: () => 1_790_000_000_000 };
const gibibyte = 1024 ** 3;
const limitless = { instances: null, memory_bytes: null, disk_bytes: null };

/** An application `pay` with a quota in `prod`, hosts h1, h2 … without a way to them, and a package. */
async function openScene(db: Db, limits: Partial<typeof limitless> | Record<string, number>) {
  const metadata = createMetadata({ clock });
  const secrets = createSecrets({ keys: keyRing([newKey()]), clock, hide: () => undefined });
  const paths = createPaths({ db, clock, metadata, secrets });
  const ports = { db, clock, metadata, secrets, access: paths.access };
  const { applicationId, hosts } = await inTransaction(db, async (tx) => {
    const fields = { name: 'pay', level: 'core', businessLine: 'money', owner: 'alice' } as const;
    const { id } = await metadata.addApplication(tx, fields, somebody);
    const quota = { application_id: id, environment: 'prod', ...limitless, ...limits };
    await tx.insertInto('quota').values(quota).execute();
    const size = { cpus: 2, memory_bytes: 2 * gibibyte, disk_bytes: 50 * gibibyte, description: '' };
    await tx
      .insertInto('specification')
      .values({ name: 'small', ...size })
      .execute();
    await insertPackage(tx, {
      ...{
        id: 'p',
        flavor: 'mysql',
        version: '9.7.4',
        architecture: 'x86_64',
        sha256: 'f'.repeat(64),
        sizeBytes: 80e6,
      },
      ...{ signature: 'none', source: 'vendor', file: '/x.tar', needsGlibc: '2.28', addedAt: 0, plugins: [] },
    });
    const added = [];
    for (const name of ['h1', 'h2', 'h3', 'h4', 'h5'])
      added.push(
        await metadata.addHost(
          tx,
          { name, address: '10.0.0.1', zone: 'z', baseDirectory: '/b', poolState: 'available', paths: [] },
          somebody,
        ),
      );
    return { applicationId: id, hosts: added.map((host) => host.id) };
  });
  const input = (name: string, host: number, more: Partial<DeployInput> = {}): DeployInput => ({
    ...{ clusterId: newId(), name, packageId: 'p', topology: 'single', environment: 'prod', applicationId, port: 3306 },
    ...{ memoryMib: 1024, cores: 2, fixed: FixedForm.parse({}) },
    seats: [{ instanceId: newId(), hostId: hosts[host] ?? '', serverId: 100 + host, role: 'standalone' }],
    ...more,
  });
  const begin = (asked: DeployInput) => deployClusterTask.planFor(ports, asked);
  const reserve = (plan: Plan) => {
    const { body } = reserveSeats.step;
    if (!('record' in body)) throw new Error('reserving records');
    const context = { ...ports, taskId: newId() };
    return inTransaction(db, (tx) => body.record(tx, context, plan.calls[0]?.input));
  };
  const used = async () => (await metadata.listInstances(db)).filter(({ state }) => state !== 'decommissioned').length;
  return { ports, applicationId, hosts, input, begin, reserve, used, metadata, [Symbol.asyncDispose]: paths.close };
}

const faultsOf = async (
  work: Promise<unknown>,
): Promise<readonly { path: string; words: { en: string; zh: string } }[]> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ProblemError && error.code === 'FORM_INVALID', String(error));
  return error.faults ?? [];
};

forEachStore(
  'what a quota does not allow is refused when it is asked for, and again when its task begins',
  async ({ db }) => {
    await using scene = await openScene(db, { instances: 1 });
    const { input, begin, reserve, ports, applicationId, hosts } = scene;
    const form = DeployForm.parse({
      ...{ name: 'pay-2', packageId: 'p', topology: 'single', hostIds: [hosts[1]], environment: 'prod', applicationId },
    });
    const quotaFaults = async (asked: DeployForm) =>
      (await faultsOf(prepareDeploy(ports, asked))).filter(({ words }) => /are allowed/.test(words.en));
    assert.deepEqual(await quotaFaults(form), [], 'one may be had');
    const [first, second] = [await begin(input('pay-1', 0)), input('pay-2', 1)];
    await begin(second);
    await reserve(first);
    const [fault, ...others] = await quotaFaults(form);
    assert.deepEqual([fault?.path, others], ['applicationId', []]);
    assert.match(fault?.words.en ?? '', /^pay would use 2 instances in prod, and 1 are allowed\. Ask for less/);
    assert.match(fault?.words.zh ?? '', /配额为 1/);
    const [late] = await faultsOf(begin(second));
    assert.equal(late?.path, 'applicationId', 'planned again at its beginning, before anything is run');
    await begin({ ...second, environment: 'test' });
    await begin({ ...second, applicationId: null });
  },
  { migrations },
);

forEachStore(
  'of deployments that take the last place at once one has it, and the others leave nothing behind',
  async ({ db }) => {
    await using scene = await openScene(db, { instances: 2 });
    const plans = await Promise.all([0, 1, 2, 3, 4].map((at) => scene.begin(scene.input(`pay-${at}`, at))));
    const results = await Promise.allSettled(plans.map(scene.reserve));
    const refused = results.filter((result) => result.status === 'rejected');
    assert.equal(refused.length, 3);
    for (const { reason } of refused) assert.equal(reason.code, 'QUOTA_EXCEEDED', String(reason));
    assert.equal(await scene.used(), 2);
    assert.equal((await scene.metadata.listClusters(db)).length, 2);
    const reserved = (await scene.metadata.listHosts(db)).filter(({ poolState }) => poolState === 'reserved');
    assert.equal(reserved.length, 2, 'a refused one holds no host');
  },
  { migrations },
);

forEachStore(
  'memory and disk are counted by the specification, taken-over instances like any other, and none is no way around',
  async ({ db }) => {
    await using scene = await openScene(db, { memory_bytes: 4 * gibibyte });
    const { input, begin, reserve, metadata, applicationId, hosts } = scene;
    const pathsOf = async (asked: DeployInput) => (await faultsOf(begin(asked))).map(({ path }) => path);
    assert.deepEqual(await pathsOf(input('pay-1', 0)), ['specification']);
    assert.deepEqual(await pathsOf(input('pay-1', 0, { specification: 'huge' })), ['specification', 'specification']);
    assert.deepEqual(await pathsOf(input('pay-1', 0, { specification: 'small', memoryMib: 4096 })), ['memoryMib']);
    await reserve(await begin(input('pay-1', 0, { specification: 'small' })));
    assert.equal((await metadata.findClusterByName(db, 'pay-1'))?.specification, 'small');
    await begin(input('pay-2', 1, { specification: 'small' }));
    await inTransaction(db, async (tx) => {
      const of = { flavor: 'mysql', version: '8.4.6', state: 'running', maintenance: null } as const;
      const { id } = await metadata.addCluster(
        tx,
        {
          ...of,
          name: 'old',
          topology: 'single',
          environment: 'prod',
          applicationId,
          fixed: {},
          specification: 'small',
          level: 'observe',
        },
        somebody,
      );
      await metadata.addInstance(
        tx,
        {
          ...of,
          hostId: hosts[2] ?? '',
          port: 3306,
          clusterId: id,
          packageId: null,
          role: 'standalone',
          directory: '',
          serverId: 9,
        },
        somebody,
      );
    });
    const [fault] = await faultsOf(begin(input('pay-2', 1, { specification: 'small' })));
    assert.match(fault?.words.en ?? '', /would use 6 GiB of memory in prod, and 4 GiB are allowed/);
  },
  { migrations },
);
