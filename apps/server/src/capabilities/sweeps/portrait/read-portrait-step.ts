import { defineStep } from '@myriad/runbook';
import { z } from 'zod';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { harmlessText } from '../../findings/index.ts';
import type { InstanceRecord } from '../../metadata/index.ts';
import { faultOf } from '../fault.ts';
import { lastLook, lookDeep } from './look-deep.ts';
import type { PortraitPorts } from './ports.ts';
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
    let changed = 0;
    let answered = 0;
    for (const [at, instance] of instances.entries()) {
      signal.throwIfAborted();
      context.progress({ done: at, total: instances.length, unit: 'items' });
      const { name, id, port, hostId } = instance;
      const where = { id, name, host: (await metadata.getHost(db, hostId)).address, port };
      try {
        const { look, changes } = await lookDeep(context, instance, { contents, signal, onPath: context.via });
        changed += changes;
        answered += 1;
        servers.push({ ...where, serverUuid: look.glance.serverUuid, look: { state: 'answered', ...look } });
      } catch (error) {
        signal.throwIfAborted();
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
    return { instances: instances.length, answered, changed, findings: open, opened, closed };
  },
});

const isLookedAt = ({ state }: InstanceRecord): boolean => state === 'running' || state === 'unknown';
