import { type Decision, no, yes } from '../../platform/policy/decision.ts';
import { mustOperate } from '../auth/index.ts';
import type { ClusterRecord, InstanceRecord } from '../metadata/index.ts';

/** Maintenance is set and ended by those who operate; it runs nothing. */
export const mayMaintain = mustOperate;

type State = InstanceRecord['state'] | ClusterRecord['state'];

/** Everybody may ask by ticket; what the record's state rules out is refused with its reason. */
export const mayStop = (state: State): Decision =>
  state === 'running' || state === 'unknown'
    ? yes
    : no(state === 'decommissioned' ? 'ALREADY_DECOMMISSIONED' : 'NOT_RUNNING');
export const mayRestart = mayStop;
/**
 * What somebody else deployed is started and stopped with what deployed it; what a cloud service runs has no host at all.
 * @param unmanaged an instance without a package of ours @param service the cloud service that runs it
 */
export function ifManaged(
  unmanaged: Pick<InstanceRecord, 'name'> | undefined,
  service: string | null,
  decision: Decision,
): Decision {
  if (!unmanaged) return decision;
  const { name } = unmanaged;
  return service === null ? no('INSTANCE_NOT_MANAGED', { name }) : no('INSTANCE_OF_MANAGED_SERVICE', { name, service });
}

/** What is gone, or not yet whole, is not operated: a task over nothing would end well having done nothing. */
export const mayOperate = (state: State): Decision =>
  state === 'decommissioned' ? no('ALREADY_DECOMMISSIONED') : state === 'deploying' ? no('NOT_RUNNING') : yes;
/** One recorded running may have crashed; the task itself looks, and leaves what runs as it is. */
export const mayStart = mayOperate;
export const mayDecommission = mayOperate;
