import { defineStep, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { whyNotStop } from '../look-at-server.ts';
import type { InstancePorts } from '../ports.ts';
import { ServerInput } from '../server-input.ts';
import { overWay } from './over-way.ts';

export const guardStop = defineStep<InstancePorts>()({
  name: 'instances.guard-stop',
  title: { en: 'May it be stopped?', zh: '检查能否停止' },
  effect: 'read',
  input: z.object({
    server: ServerInput,
    wholeCluster: z.boolean(),
    force: z.boolean(),
    primary: ServerInput.optional(),
  }),
  limitSeconds: 60,
  retry: { times: 1, firstSeconds: 2, maxSeconds: 2 },
  run: (context, { server, ...how }) =>
    overWay(server.name, async () => {
      const options = { signal: context.signal, onPath: context.via };
      const refusals = await whyNotStop(context.access, server, how, options);
      const [first] = refusals;
      if (!first) return { refusals: 0 };
      throw new StepFailure({
        code: first.code,
        words: {
          en: refusals.map(({ words }) => words.en).join(' '),
          zh: refusals.map(({ words }) => words.zh).join(''),
        },
        next: first.next,
        retryable: false,
      });
    }),
});
