import { defineStep } from '@myriad/runbook';
import { z } from 'zod';
import type { InstancePorts } from '../ports.ts';
import { overWay } from '../steps/over-way.ts';
import { refuseOtherWriters } from '../steps/refuse-other-writers.ts';
import { Seat } from './bring-back-form.ts';

/** Of a server that is not ours to start or stop nobody can tell that it is down: one that does not answer stops the task. */
export const neverKnownDown = async (): Promise<boolean> => false;

/** Before a closed primary is opened: every other instance of the cluster is asked. */
export const requireNoOtherWriter = defineStep<InstancePorts>()({
  name: 'instances.require-no-other-writer',
  title: { en: 'Does nobody else take writes?', zh: '确认没有其他可写实例' },
  effect: 'read',
  input: z.object({ seat: Seat, others: z.array(Seat) }),
  limitSeconds: 120,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 5 },
  run: (context, { seat, others }) =>
    overWay(seat.name, () => refuseOtherWriters(context, seat, others, neverKnownDown)),
});
