export { canonicalJson, type Json, type JsonObject } from './json.ts';
export { type Fragment, inOrder, inWaves, type Plan, planHash, type StepCall, sealPlan, sideBySide } from './plan.ts';
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
export { type AnyTask, defineTask, type TaskDefinition } from './task.ts';
export type { Words } from './words.ts';
