import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';

/** Who may change what the platform knows by hand: those who operate it. */
export const mayChangeMetadata = (actor: Pick<Actor, 'roles'>): Decision =>
  actor.roles.includes('dba') || actor.roles.includes('administrator') ? yes : no('NOT_AN_OPERATOR');
