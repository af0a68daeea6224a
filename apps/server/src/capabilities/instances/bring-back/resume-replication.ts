import { readReadOnly, readReplication, refusesWrites, startReplication } from '@myriad/mysql';
import { defineStep, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import type { InstancePorts } from '../ports.ts';
import { versionOf } from '../server-package.ts';
import { overWay } from '../steps/over-way.ts';
import { until } from '../until.ts';
import { Seat } from './bring-back-form.ts';

const withinSeconds = 60;

const isRunning = ({ receiver, applier }: { receiver: string; applier: string }) =>
  receiver === 'running' && applier === 'running';

const takesWrites = ({ name }: Seat) =>
  new StepFailure({
    code: 'REPLICA_TAKES_WRITES',
    words: {
      en: `${name} takes writes: it may be the primary by now, and what an old source still holds must not flow into it.`,
      zh: `${name} 可写：它可能已是主库，不能再接收旧复制源中的事务。`,
    },
    next: {
      en: 'Look who writes to it. If it is the primary now, accept reality; else close it for writes first.',
      zh: '请先查明谁在写入。若它已是主库请接受现状，否则请先将其设为只读。',
    },
    retryable: false,
  });

/** Starts replication that was stopped, from the source it has, where it stood. Nothing else of it is changed. */
export const resumeReplication = defineStep<InstancePorts>()({
  name: 'instances.resume-replication',
  title: { en: 'Start replication where it stopped', zh: '从停止处恢复复制' },
  effect: 'reversible',
  input: z.object({ seat: Seat }),
  limitSeconds: 120,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  isDone: (context, { seat }) =>
    overWay(seat.name, async () => {
      await using mysql = await context.access.openInstance(seat.instanceId, { as: 'admin', signal: context.signal });
      const channels = await readReplication(mysql, versionOf(seat));
      return channels.length > 0 && channels.every(isRunning) ? { channels: channels.length } : undefined;
    }),
  run: (context, { seat }) =>
    overWay(seat.name, async () => {
      const version = versionOf(seat);
      const options = { as: 'admin', signal: context.signal, onPath: context.via } as const;
      await using mysql = await context.access.openInstance(seat.instanceId, options);
      const before = await readReplication(mysql, version);
      if (before.length === 0)
        throw new StepFailure({
          code: 'NO_SOURCE',
          words: {
            en: `${seat.name} is recorded as a replica but has no source.`,
            zh: `${seat.name} 登记为从库，但没有复制源。`,
          },
          next: { en: 'Look at the cluster; rebuild this replica.', zh: '请检查集群并重建该从库。' },
          retryable: false,
        });
      if (!refusesWrites(version, await readReadOnly(mysql))) throw takesWrites(seat);
      await startReplication(mysql, version);
      const seen = await until(
        async () => {
          const channels = await readReplication(mysql, version);
          return channels.every(isRunning) ? channels : undefined;
        },
        { signal: context.signal, withinSeconds },
      );
      if (seen) return { channels: seen.length };
      const stuck = (await readReplication(mysql, version)).find((channel) => !isRunning(channel));
      throw new StepFailure({
        code: 'REPLICA_DOES_NOT_FOLLOW',
        words: {
          en: `${seat.name}: ${stuck?.error || 'its receiver does not connect'}`,
          zh: `${seat.name}：${stuck?.error || '接收线程无法连接'}`,
        },
        next: { en: 'Correct what the message names, then retry.', zh: '请按提示修正后重试。' },
        retryable: true,
      });
    }),
  // Running replication is what the record says: nothing to take back.
  undo: async () => {},
});
