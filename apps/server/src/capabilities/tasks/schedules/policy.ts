import { type Actor, type Decision, no, yes } from '../../../platform/policy/decision.ts';

/** Adds, pauses and removes schedules and change freezes: whoever operates the platform. Every signed-in person reads them. */
export const mayManageSchedules = (actor: Pick<Actor, 'roles'>): Decision =>
  actor.roles.includes('dba') || actor.roles.includes('administrator') ? yes : no('NOT_AN_OPERATOR');

export function mayPause(actor: Pick<Actor, 'roles'>, { paused }: { readonly paused: boolean }): Decision {
  const manage = mayManageSchedules(actor);
  return manage.allowed && paused ? no('SCHEDULE_PAUSED') : manage;
}

export function mayResume(actor: Pick<Actor, 'roles'>, { paused }: { readonly paused: boolean }): Decision {
  const manage = mayManageSchedules(actor);
  return manage.allowed && !paused ? no('SCHEDULE_NOT_PAUSED') : manage;
}
