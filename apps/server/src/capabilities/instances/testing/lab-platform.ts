import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureTree, type LabHosts, type ServerTree, startLabHosts } from '@myriad/lab';
import type { AnyTask, Plan } from '@myriad/runbook';
import { certificateMigrations } from '../../../platform/certificates/certificates.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Migration } from '../../../platform/database/migration.ts';
import { openDatabase } from '../../../platform/database/open-database.ts';
import { inProcessEngine } from '../../../platform/engine/in-process-engine.ts';
import { createLog } from '../../../platform/log/log.ts';
import { outboxMigrations } from '../../../platform/outbox/migrations.ts';
import { createOutbox } from '../../../platform/outbox/outbox.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { createSecrets } from '../../../platform/secrets/create-secrets.ts';
import { keyRing, newKey } from '../../../platform/secrets/key-ring.ts';
import { secretMigrations } from '../../../platform/secrets/migrations.ts';
import { hostMigrations } from '../../hosts/index.ts';
import { createMetadata, type HostRecord, type Metadata, metadataMigrations } from '../../metadata/index.ts';
import { createPaths, pathMigrations } from '../../paths/index.ts';
import { createTasks, taskMigrations } from '../../tasks/index.ts';
import { viewTask } from '../../tasks/view-task.ts';
import type { TicketKind } from '../../tickets/index.ts';
import { type InstancePorts, instanceMigrations, instanceTasks, instanceTicketKinds } from '../index.ts';
import { registerPackage } from '../register-package.ts';
import type { ServerPackage } from '../server-package.ts';

export const dba: Actor = { id: 'u1', name: 'alice', roles: ['dba'], via: 'session' };

type Base = InstancePorts & { readonly metadata: Metadata };

/** A later slice that is tried on what this one deployed. */
export interface LaterSlice {
  readonly migrations: readonly Migration[];
  readonly tasks: readonly AnyTask<never>[];
  readonly kinds: readonly TicketKind<never>[];
  /** What it asks for besides. */
  readonly ports: (base: Base) => object;
}

/** The slices under a real deployment, on real hosts, with the engine in this process; no HTTP. */
export async function startLabPlatform({
  hosts: count,
  later,
}: {
  readonly hosts: number;
  readonly later?: LaterSlice;
}) {
  // Short: everything of an instance lies below, and a socket's path has 107 bytes.
  const folder = await mkdtemp(join(tmpdir(), 'mi-'));
  await mkdir(join(folder, 'lab'));
  const lab: LabHosts = await startLabHosts({ count, folder: join(folder, 'lab') });
  const clock = { now: () => Date.now() };
  const migrations = [
    ...metadataMigrations,
    ...pathMigrations,
    ...hostMigrations,
    ...secretMigrations,
    ...certificateMigrations,
    ...outboxMigrations,
    ...taskMigrations,
    ...instanceMigrations,
    ...(later?.migrations ?? []),
  ];
  const store = await openDatabase({ store: { file: join(folder, 'store.db') }, migrations });
  const { db } = store;
  const metadata = createMetadata({ clock });
  const hidden: string[] = [];
  const secrets = createSecrets({ keys: keyRing([newKey()]), clock, hide: (value) => void hidden.push(value) });
  const paths = createPaths({ db, clock, metadata, secrets });
  const { access, ways } = paths;
  const base = { db, clock, metadata, secrets, access };
  const ports = { ...base, ...later?.ports(base) };
  const log = createLog({ level: 'error', write: (line) => console.error(line) });
  const outbox = createOutbox({ db, clock, log });
  const tasks = createTasks({
    db,
    clock,
    log,
    outbox,
    ports,
    tasks: [...instanceTasks, ...((later?.tasks ?? []) as readonly AnyTask<typeof ports>[])],
    engine: inProcessEngine({ now: clock.now, log }),
  });
  outbox.start(tasks.outboxHandlers);
  await tasks.start();

  const hosts: HostRecord[] = [];
  for (const host of lab.hosts) {
    const record = await inTransaction(db, async (tx) => {
      const secretId = await secrets.put(tx, { kind: 'ssh-key', label: host.name, value: host.privateKey });
      await ways.acceptHostKey(tx, `${host.address}:${host.sshPort}`, host.hostKeyFingerprint);
      const ssh = { address: host.address, port: host.sshPort, user: host.user, secretId, agent: false, jumps: [] };
      return metadata.addHost(
        tx,
        {
          name: host.name,
          address: host.address,
          zone: 'lab',
          baseDirectory: `${host.root}/m`,
          poolState: 'available',
          paths: [{ kind: 'ssh', ...ssh }],
        },
        { kind: 'person', id: dba.id },
      );
    });
    hosts.push(record);
  }

  const ended = async (taskId: string, limitSeconds = 180): Promise<string> => {
    const deadline = Date.now() + limitSeconds * 1000;
    for (;;) {
      const found = await tasks.findTaskState(db, taskId);
      if (found && ['done', 'failed', 'paused', 'cancelled', 'undone'].includes(found.state)) return found.state;
      if (Date.now() > deadline) throw new Error(`task ${taskId} is still ${found?.state}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const prepare = async (kind: string, form: unknown) => {
    const kinds = [...instanceTicketKinds, ...((later?.kinds ?? []) as readonly TicketKind<typeof ports>[])];
    const found = kinds.find((each) => each.kind === kind);
    if (!found) throw new Error(`no ticket kind ${kind}`);
    const [request] = await found.prepare(ports, found.form.parse(form) as never, dba);
    if (!request) throw new Error(`${kind} made no request`);
    return request;
  };
  const runPlan = async (plan: Plan) => (await inTransaction(db, (tx) => tasks.createTask(tx, plan))).id;

  return {
    ...{ folder, lab, db, metadata, secrets, access, ports, tasks, hosts, hidden, clock, prepare, ended, runPlan },
    registerTree: async (flavor: 'mysql' | 'mariadb'): Promise<ServerPackage> => {
      const tree: ServerTree = await haveTree(flavor);
      if (!tree.tarball) throw new Error(`the ${flavor} tree has no tarball`);
      return registerPackage({ db, clock }, tree.tarball.file);
    },
    /** The whole way a ticket goes, without the ticket. Returns the ended task. */
    run: async (kind: string, form: unknown) => {
      const request = await prepare(kind, form);
      const plan = await tasks.planTask(request.taskKind, request.taskInput);
      const id = await runPlan(plan);
      const state = await ended(id);
      const view = await viewTask(tasks.parts, dba, id);
      return { id, state, plan, view, input: request.taskInput };
    },
    stop: async () => {
      await tasks.stop(1);
      await outbox.stop();
      await paths.close();
      await store.close();
      await lab.stop(0);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type LabPlatform = Awaited<ReturnType<typeof startLabPlatform>>;

async function haveTree(flavor: 'mysql' | 'mariadb'): Promise<ServerTree> {
  const tree = await ensureTree(flavor);
  if ('missing' in tree) throw new Error(tree.words.en);
  return tree;
}
