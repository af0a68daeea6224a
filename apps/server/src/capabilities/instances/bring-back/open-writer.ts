import { makeReadOnly, readReadOnly } from '@myriad/mysql';
import { defineStep } from '@myriad/runbook';
import { z } from 'zod';
import type { InstancePorts } from '../ports.ts';
import { versionOf } from '../server-package.ts';
import { openPrimaryForWrites } from '../steps/open-primary.ts';
import { overWay } from '../steps/over-way.ts';
import { refuseOtherWriters } from '../steps/refuse-other-writers.ts';
import { Seat } from './bring-back-form.ts';
import { neverKnownDown } from './no-other-writer.ts';

const lockWaitSeconds = 2;

/** Looks once more at everybody, at the last moment, and only then opens. */
export const openWriter = defineStep<InstancePorts>()({
  name: 'instances.open-writer',
  title: { en: 'Open the recorded writer', zh: '开放登记的可写实例' },
  effect: 'reversible',
  /** `replicas`: how many should acknowledge before it opens; 0 where the platform did not set semi-sync up. */
  input: z.object({ seat: Seat, others: z.array(Seat), replicas: z.number().int().min(0) }),
  limitSeconds: 180,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  isDone: (context, { seat }) =>
    overWay(seat.name, async () => {
      await using mysql = await context.access.openInstance(seat.instanceId, { as: 'admin', signal: context.signal });
      const { readOnly, superReadOnly } = await readReadOnly(mysql);
      return readOnly || superReadOnly === true ? undefined : { clients: 0 };
    }),
  run: (context, { seat, others, replicas }) =>
    overWay(seat.name, async () => {
      await refuseOtherWriters(context, seat, others, neverKnownDown);
      return openPrimaryForWrites(context, seat, replicas);
    }),
  undo: (context, { seat }) =>
    overWay(seat.name, async () => {
      await using mysql = await context.access.openInstance(seat.instanceId, { as: 'admin', signal: context.signal });
      await makeReadOnly(mysql, versionOf(seat), lockWaitSeconds);
    }),
});
