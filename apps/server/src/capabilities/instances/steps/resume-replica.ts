import { readReplication, setSemiSync, startReplication } from '@myriad/mysql';
import { defineStep, type StepContext, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import type { InstancePorts } from '../ports.ts';
import { ServerInput } from '../server-input.ts';
import { versionOf } from '../server-package.ts';
import { until } from '../until.ts';
import { overWay } from './over-way.ts';

/** Both threads run again, acknowledging; throws where they do not within a minute. */
export async function resumeReplication(
  context: StepContext & InstancePorts,
  server: ServerInput,
): Promise<{ source: string }> {
  const version = versionOf(server);
  const admin = { as: 'admin', signal: context.signal, onPath: context.via } as const;
  await using mysql = await context.access.openInstance(server.instanceId, admin);
  const [before] = await readReplication(mysql, version);
  if (!before)
    throw new StepFailure({
      code: 'NO_SOURCE',
      words: {
        en: `${server.name} is recorded as a replica but has no source.`,
        zh: `${server.name} 登记为从库，但没有复制源。`,
      },
      next: { en: 'Look at the cluster; rebuild this replica.', zh: '请检查集群并重建该从库。' },
      retryable: false,
    });
  await setSemiSync(mysql, version, 'replica', 'on');
  if (before.receiver === 'stopped' || before.applier === 'stopped') await startReplication(mysql, version);
  const running = await until(
    async () => {
      const [state] = await readReplication(mysql, version);
      return state?.receiver === 'running' && state.applier === 'running' ? state : undefined;
    },
    { signal: context.signal, withinSeconds: 60 },
  );
  if (running) return { source: `${running.source.host}:${running.source.port}` };
  const [now] = await readReplication(mysql, version);
  throw new StepFailure({
    code: 'REPLICA_DOES_NOT_FOLLOW',
    words: {
      en: `${server.name}: ${now?.error || 'its receiver does not connect'}`,
      zh: `${server.name}：${now?.error || '接收线程无法连接'}`,
    },
    next: { en: 'Correct what the message names, then retry.', zh: '请按提示修正后重试。' },
    retryable: true,
  });
}

/** A replica starts without replication: its source lives again, so both threads may run. */
export const resumeReplica = defineStep<InstancePorts>()({
  name: 'instances.resume-replica',
  title: { en: 'Start replication', zh: '启动复制' },
  effect: 'reversible',
  input: z.object({ server: ServerInput }),
  limitSeconds: 120,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  run: (context, { server }) => overWay(server.name, () => resumeReplication(context, server)),
  // Running replication is the old world too: nothing to take back.
  undo: async () => {},
});
