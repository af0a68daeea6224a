import type { Words } from '@myriad/contract';
import { z } from 'zod';
import { asked, optionalText } from './asked.ts';
import type { HowToStop } from './look-at-server.ts';

const nameOne = { en: 'Name a cluster or an instance, not both.', zh: '请选择集群或实例之一，不能同时选择。' };

/** A whole cluster, or one instance of it; “even so” says what it goes on in spite of. */
const formWith = (evenSo: Words) =>
  z
    .object({
      clusterId: optionalText({ en: 'Cluster', zh: '集群' }),
      instanceId: optionalText(
        { en: 'Instance', zh: '实例' },
        { en: 'Only this one instead of the whole cluster.', zh: '只操作此实例，而不是整个集群。' },
      ),
      force: z
        .boolean()
        .default(false)
        .meta(asked({ en: 'Even so', zh: '仍要执行' }, evenSo)),
    })
    .refine(({ clusterId, instanceId }) => (clusterId === undefined) !== (instanceId === undefined), {
      path: ['clusterId'],
      params: { words: nameOne },
    });

export const StartForm = formWith({
  en: 'Open a primary for writes although its replicas stay stopped and none acknowledges its commits.',
  zh: '即使从库保持停止、没有从库确认提交，也开放主库写入。',
});

export const StopForm = formWith({
  en: 'Go on although it serves clients or has replicas. Waiting commits refuse it all the same.',
  zh: '即使它仍在服务客户端或带有从库也继续；有提交在等待时仍会拒绝。',
});

/** Of the tasks: the cluster is always named, since it is what is locked. */
export const OperateInput = z.object({ clusterId: z.string(), instanceId: z.string().optional(), force: z.boolean() });
export type OperateInput = z.infer<typeof OperateInput>;

/** How a stop is guarded. */
export const howOf = ({ instanceId, force }: OperateInput): Pick<HowToStop, 'scope' | 'manner'> => ({
  scope: instanceId === undefined ? 'cluster' : 'instance',
  manner: force ? 'even-so' : 'careful',
});
