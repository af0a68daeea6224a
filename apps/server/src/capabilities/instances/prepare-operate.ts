import { ProblemError } from '../../platform/http/problem-error.ts';
import { requireAllowed } from '../../platform/policy/decision.ts';
import { opensAlone } from './acknowledgers.ts';
import { asFault, type Refusal } from './checks/index.ts';
import { unreachable } from './look-at-seat.ts';
import { type HowToStop, whyNotStop } from './look-at-server.ts';
import { howOf, type OperateInput } from './operate-input.ts';
import { mayOperate } from './policy.ts';
import type { InstancePorts } from './ports.ts';
import { readClusterServers } from './read-servers.ts';
import type { ServerInput } from './server-input.ts';

interface Form {
  readonly clusterId?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly force?: boolean;
}

export type Verb = 'start' | 'stop' | 'restart' | 'decommission';

const alone = ({ name }: ServerInput): Refusal => ({
  code: 'NO_ACKNOWLEDGING_REPLICA',
  path: 'force',
  words: {
    en: `${name} would open with no replica to acknowledge its commits: its replicas stay stopped.`,
    zh: `${name} 将在没有从库确认提交的情况下开放写入：其从库仍处于停止状态。`,
  },
  next: {
    en: 'Start the whole cluster, or say “even so”.',
    zh: '请启动整个集群，或选择“仍要执行”。',
  },
});

/** From a form to the task's input; or everything that speaks against it now, over all its servers, at once. */
export async function prepareOperate(ports: InstancePorts, form: Form, verb: Verb): Promise<OperateInput> {
  const { db, metadata } = ports;
  const instance = form.instanceId === undefined ? undefined : await metadata.getInstance(db, form.instanceId);
  const clusterId = form.clusterId ?? instance?.clusterId;
  if (!clusterId) throw new ProblemError('INSTANCE_NOT_MANAGED', { name: instance?.name ?? '' });
  requireAllowed(mayOperate(instance?.state ?? (await metadata.getCluster(db, clusterId)).state));
  const force = form.force ?? false;
  const input: OperateInput = { clusterId, ...(instance ? { instanceId: instance.id } : {}), force };
  const found = await readClusterServers(ports, db, clusterId);
  const chosen = instance ? found.servers.filter(({ instanceId }) => instanceId === instance.id) : found.servers;
  const opened = verb === 'start' || verb === 'restart' ? opensAlone(found, chosen) : undefined;
  const refusals = [
    ...(verb === 'start' ? [] : await refusedStops(ports, found.servers, chosen, howOf(input))),
    ...(opened && !force ? [alone(opened)] : []),
  ];
  if (refusals.length > 0) throw new ProblemError('FORM_INVALID', {}, refusals.map(asFault));
  return input;
}

async function refusedStops(
  { access }: InstancePorts,
  servers: readonly ServerInput[],
  chosen: readonly ServerInput[],
  how: Pick<HowToStop, 'scope' | 'manner'>,
): Promise<readonly Refusal[]> {
  const primary = servers.find(({ role }) => role === 'primary');
  const refusals = await Promise.all(
    chosen.map(async (server) => {
      try {
        return await whyNotStop(access, server, { ...how, primary: server === primary ? undefined : primary });
      } catch (error) {
        return [{ ...unreachable(server, error), path: how.scope === 'cluster' ? 'clusterId' : 'instanceId' }];
      }
    }),
  );
  return refusals.flat();
}
