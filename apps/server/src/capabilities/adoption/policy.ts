import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';
import { mustOperate } from '../auth/index.ts';
import type { ClusterLevel, ClusterRecord } from '../metadata/index.ts';
import type { StoredCluster } from './found.ts';

/** Logs in to servers with a password somebody gave: for those who operate. */
export const mayDiscover = mustOperate;

/** Where passwords may be sent is for those who answer for the platform itself. */
export const mayEditAllowList = ({ roles }: Pick<Actor, 'roles'>): Decision =>
  roles.includes('administrator') ? yes : no('NOT_AN_ADMINISTRATOR');

export const levels: readonly ClusterLevel[] = ['observe', 'back-up', 'operate', 'ha'];
export const nextLevel = (level: ClusterLevel): ClusterLevel | undefined => levels[levels.indexOf(level) + 1];

/** May this cluster be taken over as it was found? `recorded`: its servers that have a place in the record already. */
export function mayAdopt({ servers }: StoredCluster, recorded: readonly string[]): Decision {
  const [first] = servers;
  if (!first) return no('NO_SERVER_ANSWERED');
  if (recorded.length > 0) return no('ALREADY_RECORDED', { servers: recorded.slice(0, 5).join(', ') });
  const mighty = servers.find(({ forbidden }) => forbidden.length > 0);
  if (mighty)
    return no('ACCOUNT_TOO_MIGHTY', { user: mighty.user, privileges: mighty.forbidden.slice(0, 8).join(', ') });
  return servers.every(({ account }) => account === first.account) ? yes : no('ACCOUNTS_DIFFER');
}

/** Each level is entered from the one before it; what the platform deployed has all its accounts. */
export function mayRaise(
  { name, level, managedBy, state }: Pick<ClusterRecord, 'name' | 'level' | 'managedBy' | 'state'>,
  isAdopted: boolean,
  to?: ClusterLevel,
): Decision {
  if (state === 'decommissioned') return no('CLUSTER_LET_GO', { name });
  if (!isAdopted) return no('CLUSTER_NOT_ADOPTED', { name });
  const next = nextLevel(level);
  if (!next) return no('LEVEL_HIGHEST', { name });
  if (to !== undefined && to !== next) return no('LEVEL_NOT_NEXT', { name, level, next });
  if (next === 'ha' && managedBy !== null) return no('LEVEL_OF_MANAGED_SERVICE', { name, service: managedBy });
  return yes;
}

/** Down to any level below: what stands above it is forgotten. */
export function mayLower(
  { name, level, state }: Pick<ClusterRecord, 'name' | 'level' | 'state'>,
  isAdopted: boolean,
  to?: ClusterLevel,
): Decision {
  if (state === 'decommissioned') return no('CLUSTER_LET_GO', { name });
  if (!isAdopted) return no('CLUSTER_NOT_ADOPTED', { name });
  if (level === 'observe') return no('LEVEL_LOWEST', { name });
  return to !== undefined && levels.indexOf(to) >= levels.indexOf(level) ? no('LEVEL_NOT_LOWER', { name, level }) : yes;
}

/** What was there before the platform may be left to itself again; what it deployed is decommissioned instead. */
export function mayRelease({ name, state }: Pick<ClusterRecord, 'name' | 'state'>, isAdopted: boolean): Decision {
  if (state === 'decommissioned') return no('CLUSTER_LET_GO', { name });
  return isAdopted ? yes : no('CLUSTER_NOT_ADOPTED', { name });
}

/** Who may raise a level in their own name: the ticket is everybody's, its account is the operators'. */
export const mayCheckAccount = (actor: Actor): Decision => mustOperate(actor);
