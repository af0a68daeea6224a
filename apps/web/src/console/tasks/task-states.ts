import type { TaskState } from '@myriad/contract';

const over: ReadonlySet<TaskState> = new Set<TaskState>(['done', 'failed', 'cancelled', 'undone']);

/** Nothing more will happen to it by itself or by a decision about a running task. */
export const isTaskOver = (state: TaskState): boolean => over.has(state);

export const decisions = ['retry', 'skip', 'undo', 'abort', 'cancel'] as const;
export type TaskDecision = (typeof decisions)[number];

/** Decisions that give something up: they ask for a name to be typed. */
export const isDangerousDecision = (decision: TaskDecision): boolean =>
  decision === 'skip' || decision === 'undo' || decision === 'abort';
