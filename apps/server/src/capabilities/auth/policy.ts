import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';
import type { User } from './user.ts';

const mustAdminister = (actor: Actor): Decision =>
  actor.roles.includes('administrator') ? yes : no('NOT_AN_ADMINISTRATOR');

export const mayManageUsers = mustAdminister;
export const mayReadAudit = mustAdminister;
export const mayChangeSettings = mustAdminister;

/** Those who operate the platform; every slice asks this one. */
export const mustOperate = (actor: Pick<Actor, 'roles'>): Decision =>
  actor.roles.includes('dba') || actor.roles.includes('administrator') ? yes : no('NOT_AN_OPERATOR');

/** Somebody enabled must stay who can manage users: `everybody` are the users as they would be after this one's change. */
export const keepsAnAdministrator = (
  everybody: readonly Pick<User, 'disabled' | 'roles'>[],
  { name }: Pick<User, 'name'>,
): Decision =>
  everybody.some(({ disabled, roles }) => !disabled && roles.includes('administrator'))
    ? yes
    : no('LAST_ADMINISTRATOR', { name });
