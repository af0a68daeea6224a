import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';

/** A test logs in to real hosts with the platform's credentials: it is for those who operate them. */
export const mayTestPaths = (actor: Pick<Actor, 'roles'>): Decision =>
  actor.roles.includes('dba') || actor.roles.includes('administrator') ? yes : no('NOT_AN_OPERATOR');
