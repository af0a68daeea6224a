import { defineTask, inWaves, sideBySide } from '@myriad/runbook';
import { z } from 'zod';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { findHostAction, hostActions } from '../actions/host-actions.ts';
import type { HostPorts } from '../steps/ports.ts';
import { runHostActionStep } from '../steps/run-host-action.ts';

export const runActionInput = z.object({
  hostIds: z.array(z.string()).min(1).max(2000),
  action: z.string(),
  actionInput: z.record(z.string(), z.json()).default({}),
  /** Hosts in waves of this size: a wave begins when every host of the one before has succeeded or was skipped. Absent: one wave. */
  waveSize: z.number().int().min(1).max(2000).optional(),
});

/**
 * One typed action on many hosts, a step a host. Within a wave a failure stops nobody; when nothing is left to do the task
 * pauses, and a retry runs only what failed.
 */
export const runActionTask = defineTask<HostPorts>()({
  kind: 'hosts.run-action',
  input: runActionInput,
  facts: async ({ db, metadata }, { hostIds, action, actionInput }) => {
    const known = findHostAction(action);
    const names = hostActions.map(({ name }) => name).join(', ');
    if (!known) throw new ProblemError('HOST_ACTION_UNKNOWN', { action, names });
    const parsed = known.input.safeParse(actionInput);
    if (!parsed.success) throw new ProblemError('HOST_ACTION_INPUT', { action, reason: parsed.error.message });
    const hosts = new Map((await metadata.listHosts(db)).map((host) => [host.id, host]));
    return [...new Set(hostIds)].map((id) => {
      const host = hosts.get(id);
      if (!host) throw new ProblemError('HOST_NOT_FOUND', { id });
      return host;
    });
  },
  title: ({ action }, hosts) => ({
    en: `${action} on ${hosts.length} host(s)`,
    zh: `在 ${hosts.length} 台主机上执行 ${action}`,
  }),
  // The actions only look: they hold nobody up.
  locks: () => [],
  plan: ({ action, actionInput, waveSize }, hosts) => {
    const steps = hosts.map(({ id, name }) =>
      runHostActionStep(
        { hostId: id, hostName: name, action, actionInput },
        { id: `hosts.run-action:${name}`, target: name },
      ),
    );
    return waveSize ? inWaves(steps, waveSize) : sideBySide(...steps);
  },
  atOnce: 50,
  steps: [runHostActionStep],
});
