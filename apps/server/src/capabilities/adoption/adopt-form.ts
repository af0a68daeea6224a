import type { Words } from '@myriad/contract';
import { z } from 'zod';

const asked = (words: Words, hint?: Words) => ({
  title: words.en,
  words,
  ...(hint ? { description: hint.en, hint } : {}),
});

const clusterName = /^[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** What a person chooses of a discovery. */
export const AdoptForm = z.object({
  discoveryId: z
    .string()
    .min(1)
    .max(40)
    .meta(asked({ en: 'Discovery', zh: '发现任务' })),
  clusters: z
    .array(
      z.object({
        key: z
          .string()
          .min(1)
          .max(300)
          .meta(asked({ en: 'Found cluster', zh: '发现的集群' })),
        name: z
          .string()
          .refine((text) => clusterName.test(text), {
            params: {
              words: {
                en: 'must have 2 to 63 lower case letters, digits and hyphens, begin with a letter and not end with a hyphen',
                zh: '应为 2 至 63 个小写字母、数字或连字符，以字母开头，且不以连字符结尾',
              },
            },
          })
          .meta({ pattern: clusterName.source, ...asked({ en: 'Name', zh: '名称' }) }),
        environment: z
          .string()
          .min(1)
          .max(64)
          .default('production')
          .meta(asked({ en: 'Environment', zh: '环境' })),
        applicationId: z
          .string()
          .nullish()
          .meta(asked({ en: 'Application', zh: '应用' })),
      }),
    )
    .min(1)
    .max(100)
    .meta(asked({ en: 'Clusters', zh: '集群' })),
  level: z
    .literal('observe')
    .default('observe')
    .meta(
      asked(
        { en: 'Level', zh: '级别' },
        {
          en: 'Always observe first; later levels have their own tickets.',
          zh: '总是从观察开始，之后的级别各有工单。',
        },
      ),
    ),
});
export type AdoptForm = z.infer<typeof AdoptForm>;

const Cluster = z
  .string()
  .min(1)
  .max(40)
  .meta(asked({ en: 'Cluster', zh: '集群' }));

export const RaiseForm = z.object({
  clusterId: Cluster,
  level: z.enum(['back-up', 'operate', 'ha']).meta(asked({ en: 'Level', zh: '级别' })),
  accountId: z
    .string()
    .min(1)
    .max(40)
    .meta(
      asked(
        { en: 'Checked account', zh: '已核对的账号' },
        {
          en: 'Its id, as the check of the account answers it (cluster page, or myriad fleet raise-level).',
          zh: '核对账号后得到的编号（集群页面，或 myriad fleet raise-level）。',
        },
      ),
    ),
});
export type RaiseForm = z.infer<typeof RaiseForm>;

export const LowerForm = z.object({
  clusterId: Cluster,
  level: z.enum(['observe', 'back-up', 'operate']).meta(
    asked(
      { en: 'Down to the level', zh: '降低到级别' },
      {
        en: 'The platform forgets the accounts of all levels above it; on the servers nothing is changed.',
        zh: '平台将删除其上各级别账号的记录与密码，不在服务器上做任何修改。',
      },
    ),
  ),
});
export type LowerForm = z.infer<typeof LowerForm>;

export const ReleaseForm = z.object({ clusterId: Cluster });
export type ReleaseForm = z.infer<typeof ReleaseForm>;
