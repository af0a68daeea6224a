import type { PlanView, Role, TaskState } from '@myriad/contract';
import type { Plan } from '@myriad/runbook';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db, Reader, Tx } from '../../platform/database/schema.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import type { Place } from '../auth/index.ts';
import type { Freeze } from './ticket.ts';
import type { TicketKind } from './ticket-kind.ts';

/** What tickets ask of the tasks slice; its door fits. */
export interface TasksForTickets {
  /** Reads facts; never inside a transaction. Throws the problem that makes the request impossible. */
  planTask(kind: string, input: unknown): Promise<Plan>;
  viewPlan(plan: Plan): PlanView;
  /** Rows and the outbox entry that starts it, in the caller's transaction. */
  createTask(
    tx: Tx,
    plan: Plan,
    options: { readonly ticketId: string; readonly createdBy: string },
  ): Promise<{ readonly id: string }>;
  /** The change freeze that holds tasks of this kind back now. */
  findFreeze(db: Reader, kind: string): Promise<Freeze | undefined>;
  /** Who says of a ticket’s task that it may begin within a change freeze. */
  beginInFreeze(overrides: (db: Reader, ticketId: string, taskCreatedAt: number) => Promise<boolean>): void;
  /** `errorCode` says why a task ended badly. */
  findTaskState(
    db: Reader,
    taskId: string,
  ): Promise<{ readonly state: TaskState; readonly errorCode?: string | undefined } | undefined>;
  /** Tasks that stopped and wait for a person. */
  listPausedTaskIds(db: Reader): Promise<readonly string[]>;
  /** The follower is called in the transaction that changes a task's state. */
  follow(follower: (tx: Tx, task: TaskTold) => Promise<void>): void;
}

/** What a ticket hears of its task. */
export interface TaskTold {
  readonly id: string;
  readonly state: TaskState;
  readonly errorCode?: string | undefined;
}

/** What tickets ask about people. */
export interface PeopleForTickets {
  /** The roles they hold now; undefined for somebody removed or disabled. */
  findActor(db: Reader, userId: string): Promise<Actor | undefined>;
  /** Is there anybody enabled but `exceptUserId` who holds one of these roles on all of the places? */
  hasOther(
    db: Reader,
    roles: readonly Role[],
    on: { readonly exceptUserId: string; readonly places: readonly Place[] },
  ): Promise<boolean>;
  approveOwnTickets(db: Reader): Promise<boolean>;
}

export interface TicketParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly kinds: ReadonlyMap<string, BoundKind>;
  readonly tasks: TasksForTickets;
  readonly people: PeopleForTickets;
}

/** A kind with its ports already in hand. */
export interface BoundKind extends Omit<TicketKind, 'prepare' | 'ticketTitle'> {
  ticketTitle(form: unknown): ReturnType<NonNullable<TicketKind['ticketTitle']>> | undefined;
  prepare(form: unknown, actor: Actor): ReturnType<TicketKind['prepare']>;
}

/** `form` is handed on only after the kind's own schema accepted it: that is why its type may be forgotten here. */
export const bindKind = <Ports>(kind: TicketKind<Ports>, ports: Ports): BoundKind => ({
  ...kind,
  ticketTitle: (form) => kind.ticketTitle?.(form as never),
  prepare: (form, actor) => kind.prepare(ports, form as never, actor),
});
