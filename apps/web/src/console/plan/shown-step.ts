import type { PlanView, TaskStepView } from '@myriad/contract';

export type PlannedStep = PlanView['steps'][number];

/** A step as drawn: planned, or with what has become of it. */
export type ShownStep = PlannedStep & Partial<Omit<TaskStepView, keyof PlannedStep>>;

export type StepChange = 'added' | 'removed' | 'changed';

/** How many of the steps cannot be taken back. */
export const countIrreversible = (steps: readonly Pick<PlannedStep, 'effect'>[]): number =>
  steps.filter(({ effect }) => effect === 'irreversible').length;
