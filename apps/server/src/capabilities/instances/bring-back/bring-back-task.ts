import type { Words } from '@myriad/contract';
import { defineTask, inOrder } from '@myriad/runbook';
import { z } from 'zod';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { InstancePorts } from '../ports.ts';
import { BringBackForm, type BroughtTo, RecordedSource, type Seat } from './bring-back-form.ts';
import { closeReplica } from './close-replica.ts';
import { requireNoOtherWriter } from './no-other-writer.ts';
import { noteReplication } from './note-replication.ts';
import { openWriter } from './open-writer.ts';
import { readSeats } from './read-seats.ts';
import { repointingAccount, repointReplica } from './repoint-replica.ts';
import { resumeReplication } from './resume-replication.ts';

interface Facts {
  readonly seat: Seat;
  readonly others: readonly Seat[];
  readonly isOurs: boolean;
}

const titles: Readonly<Record<BroughtTo, (name: string) => Words>> = {
  'read-only': (name) => ({ en: `Close ${name} for writes again`, zh: `将 ${name} 恢复为只读` }),
  writable: (name) => ({ en: `Open ${name} for writes again`, zh: `恢复 ${name} 的写入` }),
  replicating: (name) => ({ en: `Let ${name} replicate again`, zh: `恢复 ${name} 的复制` }),
  following: (name) => ({ en: `Let ${name} follow its recorded source again`, zh: `将 ${name} 重新指向登记的复制源` }),
};
export const bringBackTitle = (to: BroughtTo, name: string): Words => titles[to](name);

/** Reality becomes what the record says, for one instance. */
export const bringBackTask = defineTask<InstancePorts>()({
  kind: 'instances.bring-back',
  input: BringBackForm.extend({ clusterId: z.string(), source: RecordedSource.optional() }),
  facts: async (ports, { clusterId, instanceId }): Promise<Facts> => {
    const { seats, isOurs } = await readSeats(ports, ports.db, clusterId);
    const seat = seats.find((each) => each.instanceId === instanceId);
    if (!seat) throw new ProblemError('INSTANCE_NOT_FOUND', { id: instanceId });
    return { seat, isOurs, others: seats.filter((each) => each !== seat) };
  },
  title: ({ to }, { seat }) => titles[to](seat.name),
  locks: ({ clusterId }) => [`cluster/${clusterId}`],
  plan: ({ to, clusterId, source }, { seat, others, isOurs }) => {
    const on = { target: seat.name };
    if (to === 'following') {
      if (!source) throw new Error('whom it should follow was found when the form was read');
      const notedBy = `instances.note-replication:${seat.name}`;
      return inOrder(
        noteReplication({ seat, as: repointingAccount(source) }, { ...on, id: notedBy }),
        repointReplica({ seat, clusterId, source, notedBy }, on),
      );
    }
    if (to === 'read-only') return closeReplica({ seat }, on);
    if (to === 'replicating') return resumeReplication({ seat }, on);
    const seats = [...others];
    const replicas = isOurs && seat.role === 'primary' ? seats.length : 0;
    return inOrder(
      requireNoOtherWriter({ seat, others: seats }, on),
      openWriter({ seat, others: seats, replicas }, on),
    );
  },
  steps: [closeReplica, resumeReplication, noteReplication, repointReplica, requireNoOtherWriter, openWriter],
});
