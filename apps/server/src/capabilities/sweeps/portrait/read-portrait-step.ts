import { defineStep, type StepContext } from '@myriad/runbook';
import { z } from 'zod';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { harmlessText } from '../../findings/index.ts';
import type { InstanceRecord } from '../../metadata/index.ts';
import { faultOf } from '../fault.ts';
import { lastLook, lookDeep } from './look-deep.ts';
import type { LookedMember, PortraitPorts } from './ports.ts';
import { type LookedAt, reportCluster } from './report-cluster.ts';

export const Contents = z.enum(['none', 'tables', 'all']);

/**
 * Looks deeply at each instance of a cluster, one after another, and reports what is wrong with the cluster. One that does
 * not answer is judged by the look before, so that what was found on it does not seem mended.
 */
export const readPortraitStep = defineStep<PortraitPorts>()({
  name: 'sweeps.read-portrait',
  title: { en: 'Look at the cluster deeply', zh: '深度查看集群' },
  effect: 'read',
  input: z.object({ clusterId: z.string(), contents: Contents }),
  limitSeconds: 1800,
  retry: { times: 1, firstSeconds: 30, maxSeconds: 30 },
  skippable: true,
  run: async (context, { clusterId, contents }) => {
    const { db, metadata, clock, findings, signal } = context;
    const instances = (await metadata.listInstances(db, { clusterId })).filter(isLookedAt);
    const servers: LookedAt[] = [];
    const members: LookedMember[] = [];
    let changed = 0;
    let answered = 0;
    for (const [at, instance] of instances.entries()) {
      signal.throwIfAborted();
      context.progress({ done: at, total: instances.length, unit: 'items' });
      const { name, id, port, hostId, role } = instance;
      const where = { id, name, host: (await metadata.getHost(db, hostId)).address, port };
      try {
        const { look, changes } = await lookDeep(context, instance, { contents, signal, onPath: context.via });
        changed += changes;
        answered += 1;
        members.push({ instanceId: id, name, role, look });
        servers.push({ ...where, serverUuid: look.glance.serverUuid, look: { state: 'answered', ...look } });
      } catch (error) {
        signal.throwIfAborted();
        members.push({ instanceId: id, name, role });
        const reason = harmlessText(faultOf(error, 'login').reason, 200);
        context.say({ en: `${name} was not looked at: ${reason}`, zh: `未能查看 ${name}：${reason}` }, 'warning');
        const before = await lastLook(db, id).catch(() => undefined);
        servers.push({
          ...where,
          look: before ? { state: 'answered', ...before } : { state: 'unreachable', because: reason },
        });
      }
    }
    const { opened, closed, open } = await inTransaction(db, (tx) =>
      reportCluster(findings, tx, clusterId, servers, clock.now()),
    );
    await tell(context, clusterId, members);
    return { instances: instances.length, answered, changed, findings: open, opened, closed };
  },
});

/** What others keep of a look is theirs: that they could not does not make the look a failed one. */
async function tell(context: StepContext & PortraitPorts, clusterId: string, members: readonly LookedMember[]) {
  try {
    await context.afterLook?.(clusterId, members, context.signal);
  } catch (error) {
    context.signal.throwIfAborted();
    const reason = harmlessText(error instanceof Error ? error.message : String(error), 200);
    context.say(
      { en: `The data dictionary was not brought up to date: ${reason}`, zh: `数据字典未能更新：${reason}` },
      'warning',
    );
  }
}

const isLookedAt = ({ state }: InstanceRecord): boolean => state === 'running' || state === 'unknown';
