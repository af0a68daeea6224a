import { makeReadOnly, readReadOnly, readReplication, refusesWrites } from '@myriad/mysql';
import { PathError } from '@myriad/paths';
import { defineStep, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import type { InstancePorts } from '../ports.ts';
import { versionOf } from '../server-package.ts';
import { overWay } from '../steps/over-way.ts';
import { Seat } from './bring-back-form.ts';

/** Seconds behind locks and running commits before the attempt is given up; the server then stays as it was. */
const lockWaitSeconds = 2;
const lockWaitTimeout = 1205;

const followsNobody = ({ name }: Seat) =>
  new StepFailure({
    code: 'REPLICA_FOLLOWS_NOBODY',
    words: {
      en: `${name} is recorded as a replica and no source feeds it: it may be the writer by now, so it stays open.`,
      zh: `${name} 登记为从库，但当前没有复制源向其传输：它可能已是可写主库，因此保持可写。`,
    },
    next: {
      en: 'Look who writes to it. If it is the primary now, accept reality; else attach it again first.',
      zh: '请先查明谁在写入。若它已是主库请接受现状，否则请先重新建立复制。',
    },
    retryable: false,
  });

const writersHold = ({ name }: Seat) =>
  new StepFailure({
    code: 'WRITERS_HOLD_LOCKS',
    words: {
      en: `${name}: sessions hold tables or commits open, so it cannot be closed for writes.`,
      zh: `${name}：有会话持有表锁或未结束的提交，无法停止写入。`,
    },
    next: { en: 'End these sessions, then retry.', zh: '请结束这些会话后重试。' },
    retryable: true,
  });

/**
 * Somebody feeds it right now. A channel that is only configured proves nothing: who promotes by hand often stops replication
 * and leaves it, or the source is dead, and then this one may be the writer everybody uses.
 */
export const isFed = (channels: readonly { readonly receiver: string }[]): boolean =>
  channels.some(({ receiver }) => receiver === 'running');

/** A replica that takes writes becomes read-only, for administrators too, as long as its source feeds it. */
export const closeReplica = defineStep<InstancePorts>()({
  name: 'instances.close-replica',
  title: { en: 'Close the replica for writes', zh: '将从库设为只读' },
  effect: 'reversible',
  input: z.object({ seat: Seat }),
  limitSeconds: 60,
  retry: { times: 3, firstSeconds: 2, maxSeconds: 10 },
  isDone: (context, { seat }) =>
    overWay(seat.name, async () => {
      await using mysql = await context.access.openInstance(seat.instanceId, { as: 'admin', signal: context.signal });
      return refusesWrites(versionOf(seat), await readReadOnly(mysql)) ? { closed: true } : undefined;
    }),
  run: (context, { seat }) =>
    overWay(seat.name, async () => {
      const version = versionOf(seat);
      const options = { as: 'admin', signal: context.signal, onPath: context.via } as const;
      await using mysql = await context.access.openInstance(seat.instanceId, options);
      if (!isFed(await readReplication(mysql, version))) throw followsNobody(seat);
      try {
        await makeReadOnly(mysql, version, lockWaitSeconds);
      } catch (error) {
        if (error instanceof PathError && error.detail.errno === lockWaitTimeout) throw writersHold(seat);
        throw error;
      }
      if (!refusesWrites(version, await readReadOnly(mysql))) throw writersHold(seat);
      return { closed: true };
    }),
  // Opening it again would make two writers: closed is what the record says, and it stays.
  undo: async (context, { seat }) =>
    context.say({
      en: `${seat.name} stays closed: opening a replica again would make a second writer`,
      zh: `${seat.name} 保持只读：重新开放从库会出现第二个可写实例`,
    }),
});
