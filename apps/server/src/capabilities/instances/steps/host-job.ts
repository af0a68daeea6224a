import type { HostAction } from '@myriad/paths';
import type { JsonObject, Look, StepContext } from '@myriad/runbook';
import type { InstancePorts } from '../ports.ts';
import { failureOf, overWay } from './over-way.ts';

interface OnHost {
  readonly hostId: string;
  readonly name: string;
}

/** The host of a seat. */
export const seatOf = ({ seat }: { readonly seat: OnHost }): OnHost => seat;

type Unit = 'bytes' | 'seconds' | 'items';

/**
 * Start, look and stop of a step that is one detached host action, found again by the step's own job key. `on` says on which
 * host, and what to call the place when something is wrong with it.
 */
export function hostJob<I, A, O extends JsonObject>(
  action: HostAction<A, O>,
  on: (input: I) => OnHost,
  toInput: (context: StepContext & InstancePorts, input: I) => A | Promise<A>,
  unit: Unit = 'items',
) {
  type Context = StepContext & InstancePorts;
  const open = ({ access, signal, via }: Context, input: I) =>
    access.openHost(on(input).hostId, { signal, onPath: via });
  return {
    start: (context: Context, input: I) =>
      overWay(on(input).name, async () => {
        const given = await toInput(context, input);
        await using session = await open(context, input);
        await session.startJob(action, given, context.jobKey, { signal: context.signal });
        return { job: context.jobKey };
      }),
    look: (context: Context, input: I, { job }: { readonly job: string }): Promise<Look> =>
      overWay(on(input).name, async () => {
        await using session = await open(context, input);
        const seen = await session.lookJob(action, job, { signal: context.signal });
        if (seen.state === 'running')
          return { state: 'running', ...(seen.progress ? { progress: { ...seen.progress, unit } } : {}) };
        if (seen.state === 'done') return { state: 'done', result: seen.result };
        if (seen.state === 'gone') return { state: 'gone' };
        const why = seen.error?.message ?? seen.log.trim().slice(-1000);
        return { state: 'failed', error: failureOf(on(input).name, seen.error?.code ?? 'HOST_JOB_FAILED', why).error };
      }),
    stop: (context: Context, input: I, { job }: { readonly job: string }) =>
      overWay(on(input).name, async () => {
        // The step's own signal is aborted by now: ending the work must not be.
        await using session = await context.access.openHost(on(input).hostId);
        await session.stopJob(job, { timeoutSeconds: 60 });
      }),
  };
}
