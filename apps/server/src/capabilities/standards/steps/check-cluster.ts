import { defineStep, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { harmlessText } from '../../findings/index.ts';
import { judgeCluster } from '../judge-cluster.ts';
import { lookAtSettings } from '../look/look-at-settings.ts';
import { packSettings } from '../look/pack-settings.ts';
import type { StandardPorts } from '../parts.ts';
import { reasonOf } from '../reason-of.ts';
import { putSettings } from '../store/settings.ts';

/** Looks at the settings of each instance that runs, then holds the cluster against its standard. Changes no server. */
export const checkClusterStep = defineStep<StandardPorts>()({
  name: 'standards.check-cluster',
  title: { en: 'Hold it against the standard', zh: '对照规范检查' },
  effect: 'read',
  input: z.object({ clusterId: z.string() }),
  limitSeconds: 600,
  retry: { times: 1, firstSeconds: 10, maxSeconds: 10 },
  skippable: true,
  run: async (context, { clusterId }) => {
    const { db, metadata, signal } = context;
    const instances = (await metadata.listInstances(db, { clusterId })).filter(
      ({ state }) => state === 'running' || state === 'unknown',
    );
    let looked = 0;
    for (const [done, instance] of instances.entries()) {
      context.progress({ done, total: instances.length, unit: 'items' });
      try {
        const look = await lookAtSettings(context, instance, { signal, onPath: context.via });
        const packed = await packSettings(look);
        await inTransaction(db, (tx) => putSettings(tx, instance.id, look.readAt, packed));
        looked += 1;
      } catch (error) {
        signal.throwIfAborted();
        const reason = harmlessText(reasonOf(error), 200);
        context.say(
          { en: `${instance.name} was not looked at: ${reason}`, zh: `未能查看 ${instance.name}：${reason}` },
          'warning',
        );
      }
    }
    if (looked === 0 && instances.length > 0)
      throw new StepFailure({
        code: 'NOBODY_ANSWERED',
        words: { en: 'No instance of the cluster could be looked at.', zh: '集群中没有任何实例可以查看。' },
        next: { en: 'Test their paths and accounts, then retry; or skip it.', zh: '请测试路径与账号后重试，或跳过。' },
        retryable: true,
      });
    return { ...(await judgeCluster(context, clusterId)), looked };
  },
});
