import type { Plan } from './plan.ts';
import {
  type AttemptPatch,
  applyChange,
  type Change,
  hasEnded,
  type RunEvent,
  type RunRequest,
  type RunTask,
} from './run-state.ts';
import type { LockHolder, RunStore } from './run-store.ts';

/** A journal in memory: gone with the process. For short-lived runners, and the model other journals are held against. */
export interface MemoryRunStore extends RunStore<undefined> {
  add(taskId: string, plan: Plan, createdAt: number): void;
  request(taskId: string, request: RunRequest): void;
  eventsOf(taskId: string): readonly RunEvent[];
  /** In the order they began. */
  attemptsOf(taskId: string): readonly AttemptPatch[];
}

export function createMemoryRunStore(onLockFreed: (taskId: string) => void = () => {}): MemoryRunStore {
  const tasks = new Map<string, RunTask>();
  const events = new Map<string, RunEvent[]>();
  const attempts = new Map<string, Map<string, AttemptPatch>>();
  const locks = new Map<string, string>();
  const waits = new Map<string, readonly string[]>();

  const free = (taskId: string) => {
    for (const [resource, holder] of locks) if (holder === taskId) locks.delete(resource);
    waits.delete(taskId);
    for (const waiter of [...waits.keys()]) onLockFreed(waiter);
  };
  const apply = (taskId: string, change: Change) => {
    const task = tasks.get(taskId);
    if (!task) throw new Error(`no task ${taskId}`);
    tasks.set(taskId, applyChange(task, structuredClone(change)));
    events.set(taskId, [...(events.get(taskId) ?? []), ...(change.events ?? [])]);
    const rows = attempts.get(taskId) ?? new Map<string, AttemptPatch>();
    attempts.set(taskId, rows);
    for (const row of change.attempts ?? []) {
      const key = `${row.stepId} ${row.attempt}`;
      rows.set(key, { ...rows.get(key), ...row });
    }
    if (change.task?.state && hasEnded(change.task.state)) free(taskId);
  };
  return {
    load: async (taskId) => tasks.get(taskId),
    loadRequests: async (taskId) => tasks.get(taskId)?.requests ?? [],
    append: async (taskId, change) => apply(taskId, change),
    record: async (taskId, work) => {
      const change = await work(undefined);
      apply(taskId, change);
      return change;
    },
    acquireLocks: async (taskId, resources) => {
      const held = resources.flatMap((resource): LockHolder[] => {
        const holder = locks.get(resource);
        return holder === undefined || holder === taskId ? [] : [{ resource, taskId: holder }];
      });
      if (held.length > 0) waits.set(taskId, resources);
      else {
        waits.delete(taskId);
        for (const resource of resources) locks.set(resource, taskId);
      }
      return held;
    },
    add: (taskId, plan, createdAt) => {
      tasks.set(taskId, newRunTask(taskId, plan, createdAt));
    },
    request: (taskId, request) => {
      const task = tasks.get(taskId);
      if (task) tasks.set(taskId, { ...task, requests: [...task.requests, request] });
    },
    eventsOf: (taskId) => events.get(taskId) ?? [],
    attemptsOf: (taskId) => [...(attempts.get(taskId)?.values() ?? [])],
  };
}

/** A task as it stands before anything has happened. */
export const newRunTask = (id: string, plan: Plan, createdAt: number): RunTask => ({
  id,
  kind: plan.kind,
  input: plan.input,
  planHash: plan.hash,
  locks: plan.locks,
  atOnce: plan.atOnce,
  state: 'queued',
  createdAt,
  steps: plan.calls.map((call) => ({ call, state: 'pending', attempt: 0, round: 0, failures: 0, touched: false })),
  requests: [],
});
