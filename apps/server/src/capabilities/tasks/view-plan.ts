import type { PlanView } from '@myriad/contract';
import { type AnyStep, hasUndo, type Plan, type StepCall } from '@myriad/runbook';

type Steps = ReadonlyMap<string, AnyStep>;

/** A step call as people see it. A step this version does not know is shown by its stored name. */
export function viewCall(steps: Steps, call: StepCall) {
  const step = steps.get(call.step);
  return {
    id: call.id,
    step: call.step,
    title: step?.title ?? { en: call.step, zh: call.step },
    effect: step?.effect ?? ('irreversible' as const),
    ...(call.target === undefined ? {} : { target: call.target }),
    after: [...call.after],
    input: { ...call.input },
    hasUndo: step ? hasUndo(step) : false,
  };
}

export const viewPlan = (steps: Steps, plan: Plan): PlanView => ({
  kind: plan.kind,
  title: plan.title,
  hash: plan.hash,
  locks: [...plan.locks],
  steps: plan.calls.map((call) => viewCall(steps, call)),
});
