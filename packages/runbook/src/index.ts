export type { ExplainRefusal } from './begin-task.ts';
export { decideForward, decideUndo, type Moves, mayHaveChanged, type StepTraits, type TraitsOf } from './decide.ts';
export { type ChildTry, childStates, decideChildren, type FanOut } from './decide-children.ts';
export { decideRequest, mayRequest, type RequestRefusal } from './decide-request.ts';
export { canonicalJson, type Json, type JsonObject } from './json.ts';
export { createMemoryRunStore } from './memory-run-store.ts';
export { type Fragment, inOrder, inWaves, type Plan, planHash, type StepCall, sealPlan, sideBySide } from './plan.ts';
export { type RunClock, systemRunClock } from './run-clock.ts';
export { runErrors } from './run-errors.ts';
export * from './run-state.ts';
export type { Hold, LockHolder, RunStore } from './run-store.ts';
export { createRunner, type DriveOutcome, type RunLog, type Runner, type RunnerOptions } from './runner.ts';
export {
  type AnyStep,
  defineLongStep,
  defineRecordStep,
  defineStep,
  type Effect,
  type Look,
  type Progress,
  type RetryPolicy,
  type StepContext,
  type StepError,
  StepFailure,
  type StepMaker,
} from './step.ts';
export { stepKey } from './step-body.ts';
export { hasUndo, traitsFrom } from './step-traits.ts';
export { type AnyTask, defineTask, type TaskDefinition } from './task.ts';
export type { Words } from './words.ts';
