import { makeReadOnly, readReadOnly, readSemiSync, refusesWrites } from '@myriad/mysql';
import { defineStep, type StepContext, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { isRunning } from '../look-at-server.ts';
import type { InstancePorts } from '../ports.ts';
import { ServerInput } from '../server-input.ts';
import { versionOf } from '../server-package.ts';
import { openPrimaryForWrites } from './open-primary.ts';
import { overWay } from './over-way.ts';
import { refuseOtherWriters } from './require-only-writer.ts';

/**
 * Before a primary is stopped: no new writes, and no commit left waiting. Read-only turns only behind every running commit, so
 * once it stands, a graceful stop can acknowledge nothing that no replica has.
 */
export const closeForWrites = defineStep<InstancePorts>()({
  name: 'instances.close-for-writes',
  title: { en: 'Close for writes', zh: '停止写入' },
  effect: 'reversible',
  /** `others` and `replicas` are for the undo: it opens as a start does, never beside another writer. */
  input: z.object({ server: ServerInput, others: z.array(ServerInput), replicas: z.number().int().min(0) }),
  limitSeconds: 60,
  retry: { times: 3, firstSeconds: 2, maxSeconds: 5 },
  run: (context, { server }) =>
    overWay(server.name, async () => {
      const options = { signal: context.signal, onPath: context.via };
      if (!(await isRunning(context.access, server, options))) return { ran: false };
      const version = versionOf(server);
      await using mysql = await context.access.openInstance(server.instanceId, { ...options, as: 'admin' });
      await makeReadOnly(mysql, version, 2);
      const { waiting } = await readSemiSync(mysql, version);
      if (refusesWrites(version, await readReadOnly(mysql)) && waiting === 0) return { ran: true };
      throw new StepFailure({
        code: 'COMMITS_WAIT',
        words: {
          en: `${server.name}: ${waiting} commits still wait for an acknowledgement.`,
          zh: `${server.name}：仍有 ${waiting} 个提交在等待确认。`,
        },
        next: { en: 'Bring a replica back, then retry.', zh: '请先恢复从库，然后重试。' },
        retryable: true,
      });
    }),
  undo: (context, { server, others, replicas }, result) =>
    overWay(server.name, async () => {
      if (result?.ran === false || !(await isRunning(context.access, server))) return;
      if (await isOpen(context, server)) return;
      await refuseOtherWriters(context, server, others);
      await openPrimaryForWrites(context, server, replicas);
    }),
});

/** It was never closed, so there is nothing to take back, and nothing to ask of others. */
async function isOpen(context: StepContext & InstancePorts, server: ServerInput): Promise<boolean> {
  await using mysql = await context.access.openInstance(server.instanceId, { as: 'admin', signal: context.signal });
  const { readOnly, superReadOnly } = await readReadOnly(mysql);
  return !readOnly && superReadOnly !== true;
}
