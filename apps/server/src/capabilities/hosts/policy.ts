import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';
import { mustOperate } from '../auth/index.ts';
import type { HostRecord } from '../metadata/index.ts';

/** Registers, checks, edits and removes hosts: those who operate the platform. */
export const mayManageHosts = mustOperate;

export const mayCheckHost = mayManageHosts;
export const mayEditHost = mayManageHosts;

export function mayRemoveHost(
  actor: Pick<Actor, 'roles'>,
  host: Pick<HostRecord, 'poolState'> & { readonly carriesInstances: boolean; readonly isJumpOf: readonly string[] },
): Decision {
  const manage = mayManageHosts(actor);
  if (!manage.allowed) return manage;
  if (host.carriesInstances) return no('HOST_IN_USE');
  if (host.poolState === 'reserved') return no('HOST_RESERVED');
  return host.isJumpOf.length > 0 ? no('HOST_IS_JUMP') : yes;
}
