import {
  cutClients,
  keepsClientsOut,
  letClientsIn,
  makeReadOnly,
  readReadOnly,
  readSemiSync,
  refusesWrites,
  type SqlRunner,
  setSemiSync,
  type Version,
} from '@myriad/mysql';
import { PathError } from '@myriad/paths';
import { defineStep, type StepContext, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { ownUsers } from '../accounts.ts';
import { isRunning } from '../look-at-server.ts';
import type { InstancePorts } from '../ports.ts';
import { ServerInput } from '../server-input.ts';
import { versionOf } from '../server-package.ts';
import { until } from '../until.ts';
import { openPrimaryForWrites } from './open-primary.ts';
import { overWay } from './over-way.ts';
import { refuseOtherServers } from './require-only-writer.ts';

/** Seconds behind locks and running commits before an attempt to close is given up; the server then stays as it was. */
const lockWaitSeconds = 2;

/** Read-only, and no commit waits: a graceful stop can acknowledge nothing. */
async function isClosed(mysql: SqlRunner, version: Version): Promise<boolean> {
  if (!refusesWrites(version, await readReadOnly(mysql))) return false;
  return (await readSemiSync(mysql, version)).waiting === 0;
}

async function close(mysql: SqlRunner, version: Version): Promise<boolean> {
  try {
    await makeReadOnly(mysql, version, lockWaitSeconds);
  } catch (error) {
    // Lock wait timeout: somebody holds table locks, or a commit waits for its acknowledgement.
    if (error instanceof PathError && error.detail.errno === 1205) return false;
    throw error;
  }
  return isClosed(mysql, version);
}

/**
 * Clients first, so that whatever happens to their commits nobody is told “committed”; only then is a waiting commit let go,
 * and read-only set behind it. The other way round acknowledges rows no replica has. What was committed stays in this server's
 * binlog, and replicas fetch it when it runs again.
 */
async function closeCutting(mysql: SqlRunner, version: Version, signal: AbortSignal): Promise<boolean> {
  const closed = await until(
    async () => {
      await cutClients(mysql, version, ownUsers);
      if (version.flavor === 'mysql') await setSemiSync(mysql, version, 'source', 'off');
      return (await close(mysql, version)) || undefined;
    },
    { signal, withinSeconds: 20 },
  );
  return closed ?? false;
}

async function notClosed(mysql: SqlRunner, version: Version, { name }: ServerInput): Promise<StepFailure> {
  const { waiting } = await readSemiSync(mysql, version);
  if (waiting > 0)
    return new StepFailure({
      code: 'COMMITS_WAIT',
      words: {
        en: `${name}: ${waiting} commits still wait for an acknowledgement.`,
        zh: `${name}：仍有 ${waiting} 个提交在等待确认。`,
      },
      next: { en: 'Bring a replica back, then retry.', zh: '请先恢复从库，然后重试。' },
      retryable: true,
    });
  return new StepFailure({
    code: 'WRITERS_HOLD_LOCKS',
    words: {
      en: `${name}: sessions hold tables or commits open, so it cannot be closed for writes.`,
      zh: `${name}：有会话持有表锁或未结束的提交，无法停止写入。`,
    },
    next: {
      en: 'End these sessions and retry; or undo, and stop it “even so”, which cuts them.',
      zh: '请结束这些会话后重试；或先撤销，再选择“仍要执行”停止，届时会断开它们。',
    },
    retryable: true,
  });
}

/**
 * Before a primary is stopped: no new writes, and no commit left waiting. Read-only turns only behind every running commit, so
 * once it stands, a graceful stop can acknowledge nothing that no replica has.
 */
export const closeForWrites = defineStep<InstancePorts>()({
  name: 'instances.close-for-writes',
  title: { en: 'Close for writes', zh: '停止写入' },
  effect: 'reversible',
  /**
   * `others` and `replicas` are for the undo: it opens as a start does, never beside another writer. `clients`: those who are in
   * the way are cut; absent, they are waited for.
   */
  input: z.object({
    server: ServerInput,
    others: z.array(ServerInput),
    replicas: z.number().int().min(0),
    clients: z.literal('cut').optional(),
  }),
  limitSeconds: 60,
  retry: { times: 3, firstSeconds: 2, maxSeconds: 5 },
  run: (context, { server, clients }) =>
    overWay(server.name, async () => {
      const options = { signal: context.signal, onPath: context.via };
      if (!(await isRunning(context.access, server, options))) return { ran: false };
      const version = versionOf(server);
      await using mysql = await context.access.openInstance(server.instanceId, { ...options, as: 'admin' });
      if (await close(mysql, version)) return { ran: true };
      if (clients !== 'cut') throw await notClosed(mysql, version, server);
      context.say(
        {
          en: `${server.name}: clients are in the way and are cut`,
          zh: `${server.name}：客户端阻碍停止写入，正在断开`,
        },
        'warning',
      );
      if (await closeCutting(mysql, version, context.signal)) return { ran: true };
      throw await notClosed(mysql, version, server);
    }),
  undo: (context, { server, others, replicas }, result) =>
    overWay(server.name, async () => {
      if (result?.ran === false || !(await isRunning(context.access, server))) return;
      await letIn(context, server);
      if (await isOpen(context, server)) return;
      await refuseOtherServers(context, server, others);
      await openPrimaryForWrites(context, server, replicas);
    }),
});

/** Replicas come through the same door as clients. Closed before it opens: semi-sync may be off. */
async function letIn(context: StepContext & InstancePorts, server: ServerInput): Promise<void> {
  await using mysql = await context.access.openInstance(server.instanceId, { as: 'admin', signal: context.signal });
  if (!(await keepsClientsOut(mysql))) return;
  await makeReadOnly(mysql, versionOf(server), lockWaitSeconds);
  await letClientsIn(mysql);
}

/** It was never closed, so there is nothing to take back, and nothing to ask of others. */
async function isOpen(context: StepContext & InstancePorts, server: ServerInput): Promise<boolean> {
  await using mysql = await context.access.openInstance(server.instanceId, { as: 'admin', signal: context.signal });
  const { readOnly, superReadOnly } = await readReadOnly(mysql);
  return !readOnly && superReadOnly !== true;
}
