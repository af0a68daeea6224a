/**
 * Makes work durable: whatever was woken is driven, now or at its time, also after this process died. It holds ids and
 * times only; the store is the truth, and every task that has not ended can be woken again from there.
 */
export interface TaskEngine {
  start(): Promise<void>;
  /** Drives the task at `at` (epoch ms; absent = now). The same key twice is one wake. */
  wake(taskId: string, options: { readonly at?: number; readonly idempotencyKey: string }): Promise<void>;
  /** Takes no new work; does not wait for drives (drain the runner for that). */
  stop(): Promise<void>;
}

/** One drive of a task: `wakeAt` asks for another at that time (epoch ms). */
export type Drive = (taskId: string) => Promise<'ended' | 'parked' | { readonly wakeAt: number }>;

export interface EngineHooks {
  readonly drive: Drive;
  /** The engine came back after it was away and may have forgotten: wake every open task again. */
  readonly onReturned: () => Promise<void>;
}

export type EngineMaker = (hooks: EngineHooks) => TaskEngine;
