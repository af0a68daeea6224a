import { mayRequest, type RequestKind, type RunTask, type TraitsOf } from '@myriad/runbook';
import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';
import { mustOperate } from '../auth/index.ts';

/** Whoever holds one of these on all that a task is about sees it, and decides about it. */
export const operators = ['dba', 'administrator'] as const;

/** Here: on the task, where the call is about one; else on everything. */
export const seesAllTasks = (actor: Actor): boolean => mustOperate(actor).allowed;

/** `ownTicket`: the task carries out a ticket this actor opened. */
export const maySeeTask = (actor: Actor, ownTicket: boolean): Decision =>
  seesAllTasks(actor) || ownTicket ? yes : no('TASK_NOT_FOUND');

/** The button, the guard and the runner ask the same function what the task's state allows. */
export function mayDecideTask(
  actor: Actor,
  task: RunTask,
  kind: RequestKind,
  stepId: string | undefined,
  traitsOf: TraitsOf,
): Decision {
  if (!seesAllTasks(actor)) return no('TASK_NOT_YOURS');
  const refused = mayRequest(task, kind, stepId, traitsOf);
  return refused ? no(refused) : yes;
}
