import type { PlanView, TaskState } from '@myriad/contract';
import {
  type AnyStep,
  type AnyTask,
  createRunner,
  type Plan,
  type RunClock,
  type Runner,
  type RunState,
  type RunStore,
  type StepError,
  traitsFrom,
} from '@myriad/runbook';
import type { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Db, Reader, Tx } from '../../platform/database/schema.ts';
import type { EngineMaker } from '../../platform/engine/engine.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Outbox, OutboxHandler } from '../../platform/outbox/outbox.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { childrenPort } from './children/children-port.ts';
import type { ChildrenPorts } from './children/run-children.ts';
import { createRunStore, type TaskStateTold } from './create-run-store.ts';
import { type CreateTaskOptions, createTask } from './create-task.ts';
import { explainProblem } from './explain-problem.ts';
import { createFreezeHold, type OverridesFreeze } from './hold-in-freeze.ts';
import { listWork, type OpenWork } from './list-work.ts';
import { findTaskFreeze } from './schedules/find-task-freeze.ts';
import type { ChangeFreeze } from './schedules/schedule.ts';
import { fromColumn } from './store/json-column.ts';
import { findOpenTwin, listOpenTasks, listPausedIds, listStalled } from './store/list-tasks.ts';
import { findTaskRow } from './store/load-run.ts';
import type { TaskParts } from './task-parts.ts';
import { createTaskWatch } from './task-watch.ts';
import { viewPlan } from './view-plan.ts';

export interface CreateTasksOptions<P extends object> {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly outbox: Outbox;
  readonly tasks: readonly AnyTask<P>[];
  /** What planning and step bodies of all tasks need, together. */
  readonly ports: P;
  readonly engine: EngineMaker;
  readonly ownsTicket?: TaskParts['ownsTicket'];
  readonly ownTicketIds?: TaskParts['ownTicketIds'];
  readonly graceSeconds?: number;
  readonly runClock?: RunClock;
  /** Puts something around the journal: for crash tests, which die before and after its commits. */
  readonly journal?: (store: RunStore<Tx>) => RunStore<Tx>;
}

export type TaskEndHandler = (task: { readonly id: string; readonly state: RunState }) => Promise<void>;
export type TaskFollower = (tx: Tx, task: TaskStateTold) => Promise<void>;

/** The door of the tasks slice. */
export interface Tasks {
  readonly parts: TaskParts;
  readonly runner: Runner;
  /** Reads facts; never inside a transaction. Throws TASK_KIND_UNKNOWN, or the problem that makes the request impossible. */
  planTask(kind: string, input: unknown): Promise<Plan>;
  viewPlan(plan: Plan): PlanView;
  /** Rows and the outbox entry that starts it, in the caller's transaction. */
  createTask(tx: Tx, plan: Plan, options?: CreateTaskOptions): Promise<{ readonly id: string }>;
  /**
   * The task that waits or runs and does exactly what this plan would: for work that is pointless twice at once. Whoever creates one
   * only where there is none holds a row in the same transaction, so that two at once do not both find none.
   */
  findOpenTwin(db: Reader, plan: Pick<Plan, 'kind' | 'hash'>): Promise<string | undefined>;
  /** The change freeze that holds tasks of this kind back now; of several the one that ends last. */
  findFreeze(db: Reader, kind: string): Promise<ChangeFreeze | undefined>;
  findTaskState(
    db: Reader,
    taskId: string,
  ): Promise<{ readonly state: TaskState; readonly errorCode?: string | undefined } | undefined>;
  /** Tasks that stopped and wait for a person. */
  listPausedTaskIds(db: Reader): Promise<readonly string[]>;
  /** Called in the transaction that changes a task's state. Registered before `start`. */
  follow(follower: TaskFollower): void;
  /** Called after a task's end is in the store, at least once, also after a crash; must bear repetition. */
  onEnd(handler: TaskEndHandler): void;
  /** Who says of a ticket’s task that it may begin within a change freeze. Registered before `start`. */
  beginInFreeze(overrides: OverridesFreeze): void;
  /** For the outbox: hand these to `outbox.start`. */
  readonly outboxHandlers: Readonly<Record<string, OutboxHandler>>;
  /** Starts the engine and wakes every open task from the store. */
  start(): Promise<void>;
  /** What has begun and not ended, and whether this process works on it this moment. */
  listWork(): Promise<readonly OpenWork[]>;
  /** Starts no new steps, without a limit; resolves when no step of this process runs. Taken back by `resume`. */
  drain(): Promise<void>;
  /** Takes a drain back: every open task is woken again. */
  resume(): Promise<void>;
  /** Starts no new steps; short ones end, detached ones stay at their checkpoint. Then stops the engine. */
  stop(limitSeconds?: number): Promise<void>;
}

const sweepMilliseconds = 5000;

export function createTasks<P extends object>(options: CreateTasksOptions<P>): Tasks {
  const { db, clock, log, outbox } = options;
  const tasks = byName(options.tasks, (task) => task.kind);
  const steps = byName(
    [...new Set(options.tasks.flatMap((task) => task.steps.map(({ step }): AnyStep => step)))],
    (step) => step.name,
  );
  const followers: TaskFollower[] = [];
  const endHandlers: TaskEndHandler[] = [];
  const watch = createTaskWatch();
  let overridesFreeze: OverridesFreeze = async () => false;
  const freezeHold = createFreezeHold(clock, () => overridesFreeze);
  const store = createRunStore({
    db,
    clock,
    outbox,
    onEvents: watch.tell,
    holdOf: freezeHold.holdOf,
    onState: async (tx, task) => {
      for (const follower of followers) await follower(tx, task);
    },
  });
  const planTask: Tasks['planTask'] = async (kind, input) => {
    const task = tasks.get(kind);
    if (!task) throw new ProblemError('TASK_KIND_UNKNOWN', { kind });
    return task.planFor(options.ports, input);
  };
  const children = childrenPort({ db, clock, outbox, plan: planTask, poke: (taskId) => runner.poke(taskId) });
  const runner: Runner = createRunner<P & ChildrenPorts, Tx>({
    store: options.journal?.(store) ?? store,
    steps: [...steps.values()],
    tasks: [...tasks.values()],
    // Steps get the slice's own port beside those of the capabilities.
    ports: { ...options.ports, children },
    explain: explainProblem,
    log: (level, what, ids) => log[level](what, ids),
    ...(options.graceSeconds === undefined ? {} : { graceSeconds: options.graceSeconds }),
    ...(options.runClock === undefined ? {} : { clock: options.runClock }),
  });
  const engine = options.engine({ drive: runner.drive, onReturned: () => wakeOpen() });
  let sweep: NodeJS.Timeout | undefined;

  const wakeAll = async (ids: readonly string[], why: string) => {
    for (const taskId of ids)
      if (!runner.isDriving(taskId)) await engine.wake(taskId, { idempotencyKey: `${why}:${taskId}` });
  };
  const wakeOpen = async () => wakeAll(await listOpenTasks(db), `start:${newId()}`);
  /** Whatever the engine forgot: tasks whose time has passed and that nobody drives. */
  const sweepOnce = async () => {
    const now = clock.now();
    const stalled = (await listStalled(db, now - sweepMilliseconds)).filter((id) => !freezeHold.isHeld(id));
    await wakeAll(stalled, `sweep:${Math.floor(now / sweepMilliseconds)}`);
  };

  const parts: TaskParts = {
    db,
    clock,
    outbox,
    steps,
    tasks,
    ports: options.ports,
    traitsOf: traitsFrom(steps),
    ownsTicket: options.ownsTicket ?? (async (_db: Reader, _actor: Actor, _ticketId: string) => false),
    ownTicketIds: options.ownTicketIds,
    poke: runner.poke,
    watch: watch.on,
  };
  return {
    parts,
    runner,
    planTask,
    viewPlan: (plan) => viewPlan(steps, plan),
    createTask: (tx, plan, given) => createTask({ clock, outbox }, tx, plan, given),
    findOpenTwin,
    findFreeze: (reader, kind) => findTaskFreeze(reader, { taskKind: kind }, clock.now()),
    findTaskState: async (reader, taskId) => {
      const row = await findTaskRow(reader, taskId);
      return row && { state: row.state as TaskState, errorCode: fromColumn<StepError>(row.error)?.code };
    },
    listPausedTaskIds: listPausedIds,
    follow: (follower) => void followers.push(follower),
    onEnd: (handler) => void endHandlers.push(handler),
    beginInFreeze: (overrides) => {
      overridesFreeze = overrides;
    },
    outboxHandlers: {
      'task.start': ({ taskId }, key) => engine.wake(String(taskId), { idempotencyKey: key }),
      'task.ended': async ({ taskId, state }) => {
        for (const handler of endHandlers) await handler({ id: String(taskId), state: state as RunState });
      },
    },
    start: async () => {
      await engine.start();
      await wakeOpen();
      sweep = setInterval(() => {
        sweepOnce().catch((error: unknown) => log.warning('task sweep failed', { error }));
      }, sweepMilliseconds);
      sweep.unref();
    },
    listWork: () => listWork({ db, steps, isDriving: runner.isDriving }),
    drain: () => runner.drain(),
    resume: async () => {
      runner.resume();
      await wakeOpen();
    },
    stop: async (limitSeconds) => {
      clearInterval(sweep);
      await runner.drain(limitSeconds);
      await engine.stop();
    },
  };
}

function byName<T>(list: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of list) {
    const name = nameOf(item);
    if (found.has(name)) throw new Error(`two tasks or steps are called ${name}`);
    found.set(name, item);
  }
  return found;
}
