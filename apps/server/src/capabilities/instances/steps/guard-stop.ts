import { defineStep } from '@myriad/runbook';
import { z } from 'zod';
import { whyNotStop } from '../look-at-server.ts';
import type { InstancePorts } from '../ports.ts';
import { ServerInput } from '../server-input.ts';
import { overWay } from './over-way.ts';
import { refuse } from './refuse.ts';

export const guardStop = defineStep<InstancePorts>()({
  name: 'instances.guard-stop',
  title: { en: 'May it be stopped?', zh: '检查能否停止' },
  effect: 'read',
  input: z.object({
    server: ServerInput,
    scope: z.enum(['instance', 'cluster']),
    manner: z.enum(['careful', 'even-so']),
    primary: ServerInput.optional(),
  }),
  limitSeconds: 60,
  retry: { times: 1, firstSeconds: 2, maxSeconds: 2 },
  run: (context, { server, ...how }) =>
    overWay(server.name, async () => {
      const options = { signal: context.signal, onPath: context.via };
      refuse(await whyNotStop(context.access, server, how, options));
      return { refusals: 0 };
    }),
});
