import { type Actor, type Decision, no } from '../../../platform/policy/decision.ts';
import { mustOperate } from '../../auth/index.ts';

/** Adds, pauses and removes schedules and change freezes: whoever operates the platform. Every signed-in person reads them. */
export const mayManageSchedules = mustOperate;

export function mayPause(actor: Pick<Actor, 'roles'>, { paused }: { readonly paused: boolean }): Decision {
  const manage = mayManageSchedules(actor);
  return manage.allowed && paused ? no('SCHEDULE_PAUSED') : manage;
}

export function mayResume(actor: Pick<Actor, 'roles'>, { paused }: { readonly paused: boolean }): Decision {
  const manage = mayManageSchedules(actor);
  return manage.allowed && !paused ? no('SCHEDULE_NOT_PAUSED') : manage;
}
