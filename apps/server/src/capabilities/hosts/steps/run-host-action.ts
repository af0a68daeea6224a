import { defineStep, type JsonObject, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { findHostAction } from '../actions/host-actions.ts';
import type { HostPorts } from './ports.ts';
import { stepOverWay } from './step-over-way.ts';

/** One typed action on one host; what it answers is the step's result. */
export const runHostActionStep = defineStep<HostPorts>()({
  name: 'hosts.run-action',
  title: { en: 'Run an action on a host', zh: '在主机上执行操作' },
  effect: 'read',
  input: z.object({
    hostId: z.string(),
    hostName: z.string(),
    action: z.string(),
    actionInput: z.record(z.string(), z.json()),
  }),
  limitSeconds: 120,
  skippable: true,
  run: (context, { hostId, hostName, action: name, actionInput }) =>
    stepOverWay(hostName, async () => {
      const action = findHostAction(name);
      if (!action) throw unknownAction(name);
      await using session = await context.access.openHost(hostId, { signal: context.signal, onPath: context.via });
      const answer: JsonObject = await session.action(action, actionInput, {
        signal: context.signal,
        timeoutSeconds: 110,
      });
      return answer;
    }),
});

const unknownAction = (name: string) =>
  new StepFailure({
    code: 'HOST_ACTION_UNKNOWN',
    words: { en: `There is no host action called ${name}.`, zh: `没有名为 ${name} 的主机操作。` },
    next: { en: 'It was removed in this version; plan the task again.', zh: '此版本已移除该操作，请重新制定计划。' },
    retryable: false,
  });
