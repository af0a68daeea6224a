import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClusterView, getCluster, getClusterLive, type LiveInstance } from '@myriad/contract';
import { endProcess } from './child-process.ts';
import { type DemoCluster, deployDemoCluster } from './deploy-demo-cluster.ts';
import { type OpenDemo, openDemo } from './open-demo.ts';
import type { StoryCheck, StoryOptions, StoryResult } from './stories.ts';

interface DeployResult extends StoryResult {
  readonly cluster?: {
    readonly id: string;
    readonly instances: readonly { host: string; port: number; role: string; version: string }[];
  };
  readonly seconds: { readonly total: number; readonly steps: readonly { name: string; seconds: number }[] };
}

/** From nothing to a running cluster through a ticket, in a scratch folder that is gone afterwards. */
export async function deployStory({ flavor, say }: StoryOptions): Promise<DeployResult> {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-story-'));
  const began = performance.now();
  let demo: OpenDemo | undefined;
  const none = { total: 0, steps: [] };
  try {
    demo = await openDemo({ folder, flavor, port: 0, withConsole: false, say });
    const made = await deployDemoCluster(demo, flavor, say);
    const cluster = await demo.approver.call(getCluster, { params: { clusterId: made.clusterId } });
    const checks = await check(demo, made, cluster, folder);
    return {
      story: 'deploy',
      ok: checks.every(({ ok }) => ok),
      cluster: {
        id: cluster.id,
        instances: cluster.instances.map(({ hostName, port, role, version }) => ({
          host: hostName,
          port,
          role,
          version,
        })),
      },
      seconds: { total: seconds(performance.now() - began), steps: stepSeconds(made) },
      checks,
    };
  } catch (error) {
    say({ en: `The story broke off: ${error}`, zh: `场景中断：${error}` });
    return {
      story: 'deploy',
      ok: false,
      seconds: none,
      checks: [{ name: 'ran-to-its-end', ok: false, seen: String(error) }],
    };
  } finally {
    if (demo) await Promise.all([endProcess(demo.platform.id), endProcess(demo.lab.id)]);
    await rm(folder, { recursive: true, force: true });
  }
}

const seconds = (milliseconds: number): number => Math.round(milliseconds / 10) / 100;

const stepSeconds = ({ deploy }: DemoCluster): { name: string; seconds: number }[] =>
  deploy.tasks
    .flatMap(({ steps }) => steps)
    .map(({ id, startedAt, endedAt }) => ({
      name: id,
      seconds: seconds((endedAt ?? 0) - (startedAt ?? endedAt ?? 0)),
    }));

async function check(
  demo: OpenDemo,
  made: DemoCluster,
  cluster: ClusterView,
  folder: string,
): Promise<readonly StoryCheck[]> {
  const live = (await demo.approver.call(getClusterLive, { params: { clusterId: cluster.id } })).instances;
  const roleOf = new Map(cluster.instances.map(({ id, role }) => [id, role]));
  const writer = live.find(({ instanceId }) => roleOf.get(instanceId) === 'primary');
  const replicas = live.filter(({ instanceId }) => roleOf.get(instanceId) === 'replica');
  const executed = new Set(live.map(({ gtidExecuted }) => gtidExecuted));
  const tasks = [...made.deploy.tasks, ...made.sample.tasks];
  const one = (name: string, ok: boolean, seen: unknown = ''): StoryCheck =>
    ok ? { name, ok } : { name, ok, seen: JSON.stringify(seen) };
  return [
    one(
      'tickets-done',
      [made.deploy, made.sample].every(({ ticket }) => ticket.state === 'done'),
    ),
    one(
      'every-step-done',
      tasks.every(({ steps }) => steps.every(({ state }) => state === 'done')),
    ),
    one('one-primary-two-replicas', writer !== undefined && replicas.length === 2, live),
    one('all-reachable', live.length === 3 && live.every(({ reachable }) => reachable), live),
    one('primary-writable', writer?.readOnly === false, writer),
    one(
      'replicas-read-only',
      replicas.every(({ readOnly }) => readOnly === true),
      replicas,
    ),
    one('replication-running', replicas.every(isReplicating), replicas),
    one('gtid-sets-equal', executed.size === 1 && !executed.has(undefined), [...executed]),
    one('semi-sync-on', writer?.semiSync === 'source' && (writer.semiSyncClients ?? 0) >= 1, writer),
    one(
      'record-agrees-with-servers',
      cluster.instances.every((instance) => agrees(instance, live)),
      cluster.instances,
    ),
    await noSecretsLeft(demo, folder),
  ];
}

const isReplicating = ({ receiver, applier, lagSeconds }: LiveInstance): boolean =>
  receiver === 'running' && applier === 'running' && typeof lagSeconds === 'number';

const agrees = (instance: ClusterView['instances'][number], live: readonly LiveInstance[]): boolean => {
  const seen = live.find(({ instanceId }) => instanceId === instance.id);
  return instance.state === 'running' && seen?.version?.startsWith(instance.version) === true;
};

/** The demo's passwords stand nowhere in the platform's folder, its logs, its engine's journal or a command line. */
async function noSecretsLeft(demo: OpenDemo, folder: string): Promise<StoryCheck> {
  const { administrator, approver, requester } = demo.state.people;
  const secrets = [administrator, approver, requester].map(({ password }) => password);
  const key = demo.lab.ready.hosts[0]?.privateKey.split('\n')[2];
  if (key !== undefined) secrets.push(key);
  const files = (await readdir(join(folder, 'platform'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const lines = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map((pid) => `/proc/${pid}/cmdline`);
  const found: string[] = [];
  const log = join(folder, 'platform.log');
  for (const file of [log, ...files, ...lines]) {
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      // Gone since the listing. What is there and cannot be read was not looked at: that is no pass.
      if (file !== log && (error.code === 'ENOENT' || error.code === 'ESRCH')) return Buffer.alloc(0);
      throw error;
    });
    if (secrets.some((secret) => bytes.includes(secret))) found.push(file);
  }
  return { name: 'no-secret-in-store-journal-log-or-process-list', ok: found.length === 0, seen: found.join(' ') };
}
