import { ProblemError } from '../../platform/http/problem-error.ts';
import { requireAllowed } from '../../platform/policy/decision.ts';
import { asFault } from './checks/index.ts';
import { unreachable } from './look-at-seat.ts';
import { whyNotStop } from './look-at-server.ts';
import type { OperateInput } from './operate-input.ts';
import { mayOperate } from './policy.ts';
import type { InstancePorts } from './ports.ts';
import { readClusterServers } from './read-servers.ts';

interface Form {
  readonly clusterId?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly force?: boolean;
}

/** From a form to the task's input. For a stop, everything that speaks against it now, over all its servers, at once. */
export async function prepareOperate(ports: InstancePorts, form: Form, verb: 'start' | 'stop'): Promise<OperateInput> {
  const { db, metadata } = ports;
  const instance = form.instanceId === undefined ? undefined : await metadata.getInstance(db, form.instanceId);
  const clusterId = form.clusterId ?? instance?.clusterId;
  if (!clusterId) throw new ProblemError('INSTANCE_NOT_MANAGED', { name: instance?.name ?? '' });
  requireAllowed(mayOperate(instance?.state ?? (await metadata.getCluster(db, clusterId)).state));
  const force = form.force ?? false;
  const input: OperateInput = { clusterId, ...(instance ? { instanceId: instance.id } : {}), force };
  if (verb === 'start') return input;
  const { servers } = await readClusterServers(ports, db, clusterId);
  const chosen = instance ? servers.filter(({ instanceId }) => instanceId === instance.id) : servers;
  const primary = servers.find(({ role }) => role === 'primary');
  const refusals = await Promise.all(
    chosen.map(async (server) => {
      try {
        return await whyNotStop(ports.access, server, {
          wholeCluster: !instance,
          force,
          primary: server === primary ? undefined : primary,
        });
      } catch (error) {
        const path = instance ? 'instanceId' : 'clusterId';
        return [{ ...unreachable(server, error), path }];
      }
    }),
  );
  const all = refusals.flat();
  if (all.length > 0) throw new ProblemError('FORM_INVALID', {}, all.map(asFault));
  return input;
}
