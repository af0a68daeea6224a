import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';

const mustAdminister = (actor: Actor): Decision =>
  actor.roles.includes('administrator') ? yes : no('NOT_AN_ADMINISTRATOR');

export const mayManageUsers = mustAdminister;
export const mayReadAudit = mustAdminister;
export const mayChangeSettings = mustAdminister;
