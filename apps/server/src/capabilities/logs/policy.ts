import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';
import { rightsOf, rolesOn } from '../auth/index.ts';
import { type ClusterRecord, placeOfCluster } from '../metadata/index.ts';

/** Logs hold statements and rows: they are for those who operate what they are of. */
export function isTheirsToLookInto(actor: Actor, cluster: ClusterRecord | undefined): boolean {
  const roles = rolesOn(rightsOf(actor), cluster ? [placeOfCluster(cluster)] : []);
  return roles.includes('dba') || roles.includes('administrator');
}

export const mayReadAuditLog = (actor: Actor): Decision =>
  rolesOn(rightsOf(actor), []).includes('administrator') ? yes : no('NOT_AN_ADMINISTRATOR');
