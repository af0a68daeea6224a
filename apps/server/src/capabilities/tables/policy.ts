import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';
import { mayChangeMetadata } from '../metadata/index.ts';
import type { TableDescription } from './described-tables.ts';

/** Those who operate the platform; what has a page for administrators only stays theirs here too. */
export function mayLookInto(
  actor: Pick<Actor, 'roles'>,
  description?: Pick<TableDescription, 'administratorsOnly'>,
): Decision {
  if (description?.administratorsOnly) return actor.roles.includes('administrator') ? yes : no('NOT_AN_ADMINISTRATOR');
  return mayChangeMetadata(actor);
}
