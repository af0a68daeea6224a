import { readReadOnly, readReplication, refusesWrites } from '@myriad/mysql';
import { defineStep, type StepContext, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import type { InstancePorts } from '../ports.ts';
import { compareWithPrimary } from '../replica-state.ts';
import { versionOf } from '../server-package.ts';
import { overWay } from '../steps/over-way.ts';
import { Seat } from './bring-back-form.ts';

const refusal = (en: string, zh: string) =>
  new StepFailure({
    code: 'NOT_THE_PRIMARY',
    words: { en, zh },
    next: {
      en: 'Look at the cluster: it may have another primary by now. Do not open both.',
      zh: '请检查集群：可能已有其他主库，切勿同时开放写入。',
    },
    retryable: false,
  });

/**
 * Throws where anybody else takes writes or has what this one lacks. Unlike a server of ours, one that does not answer cannot
 * be known to be down: it is a reason to stop.
 */
export async function refuseAnotherWriter(
  context: StepContext & InstancePorts,
  seat: Seat,
  others: readonly Seat[],
): Promise<{ looked: number }> {
  const version = versionOf(seat);
  const admin = { as: 'admin', signal: context.signal } as const;
  await using own = await context.access.openInstance(seat.instanceId, { ...admin, onPath: context.via });
  if ((await readReplication(own, version)).length > 0)
    throw refusal(`${seat.name} replicates from somebody itself.`, `${seat.name} 自身正在从其他实例复制。`);
  for (const other of others)
    await overWay(other.name, async () => {
      await using mysql = await context.access.openInstance(other.instanceId, admin);
      if (!refusesWrites(versionOf(other), await readReadOnly(mysql)))
        throw refusal(`${other.name} takes writes.`, `${other.name} 可写。`);
      const { errant } = await compareWithPrimary(version, mysql, own);
      if (errant !== '')
        throw refusal(
          `${other.name} has transactions ${seat.name} lacks: ${errant}`,
          `${other.name} 有 ${seat.name} 缺少的事务：${errant}`,
        );
    });
  return { looked: others.length };
}

/** Before a closed primary is opened: every other instance of the cluster is asked. */
export const requireNoOtherWriter = defineStep<InstancePorts>()({
  name: 'instances.require-no-other-writer',
  title: { en: 'Does nobody else take writes?', zh: '确认没有其他可写实例' },
  effect: 'read',
  input: z.object({ seat: Seat, others: z.array(Seat) }),
  limitSeconds: 120,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 5 },
  run: (context, { seat, others }) => overWay(seat.name, () => refuseAnotherWriter(context, seat, others)),
});
