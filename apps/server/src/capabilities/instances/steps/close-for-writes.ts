import { makeReadOnly, openForWrites, readReadOnly, readSemiSync, refusesWrites } from '@myriad/mysql';
import { defineStep, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { isRunning } from '../look-at-server.ts';
import type { InstancePorts } from '../ports.ts';
import { ServerInput } from '../server-input.ts';
import { versionOf } from '../server-package.ts';
import { overWay } from './over-way.ts';

/**
 * Before a primary is stopped: no new writes, and no commit left waiting. Read-only turns only behind every running commit, so
 * once it stands, a graceful stop can acknowledge nothing that no replica has.
 */
export const closeForWrites = defineStep<InstancePorts>()({
  name: 'instances.close-for-writes',
  title: { en: 'Close for writes', zh: '停止写入' },
  effect: 'reversible',
  input: z.object({ server: ServerInput }),
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
  undo: (context, { server }, result) =>
    overWay(server.name, async () => {
      if (result?.ran === false || !(await isRunning(context.access, server))) return;
      await using mysql = await context.access.openInstance(server.instanceId, { as: 'admin', signal: context.signal });
      await openForWrites(mysql, versionOf(server));
    }),
});
