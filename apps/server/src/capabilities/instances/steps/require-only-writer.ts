import { defineStep, type StepContext } from '@myriad/runbook';
import { z } from 'zod';
import { isRunning } from '../look-at-server.ts';
import type { InstancePorts } from '../ports.ts';
import { ServerInput } from '../server-input.ts';
import { overWay } from './over-way.ts';
import { refuseOtherWriters } from './refuse-other-writers.ts';

/** Throws NOT_THE_PRIMARY where another is writable or has what this one lacks; whether one of ours runs its host tells. */
export const refuseOtherServers = (
  context: StepContext & InstancePorts,
  server: ServerInput,
  others: readonly ServerInput[],
): Promise<{ looked: number }> =>
  refuseOtherWriters(context, server, others, async (other) => !(await isRunning(context.access, other)));

/** Before a primary is opened again: nobody else writes, and nobody has what it lacks (somebody may have been promoted). */
export const requireOnlyWriter = defineStep<InstancePorts>()({
  name: 'instances.require-only-writer',
  title: { en: 'Is it still the primary?', zh: '确认仍是唯一可写主库' },
  effect: 'read',
  input: z.object({ server: ServerInput, others: z.array(ServerInput) }),
  limitSeconds: 60,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 5 },
  run: (context, { server, others }) => overWay(server.name, () => refuseOtherServers(context, server, others)),
});
