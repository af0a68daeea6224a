import { CatalogueName } from '@myriad/contract';
import { z } from 'zod';
import { asked, optionalText } from './asked.ts';
import { ClusterName, FixedForm } from './deploy-input.ts';

/** What a person fills in to get a cluster. */
export const DeployForm = z.object({
  name: ClusterName.meta(
    asked(
      { en: 'Name', zh: '名称' },
      { en: 'Lower case letters, digits and hyphens.', zh: '小写字母、数字和连字符。' },
    ),
  ),
  flavor: z
    .enum(['mysql', 'mariadb'])
    .optional()
    .meta(asked({ en: 'Flavour', zh: '数据库类型' })),
  packageId: optionalText(
    { en: 'Server package', zh: '数据库介质' },
    { en: 'Absent = the newest of the flavour.', zh: '不填则使用该类型的最新版本。' },
  ),
  version: optionalText({ en: 'Version', zh: '版本' }),
  topology: z
    .enum(['single', 'primary-replica'])
    .default('primary-replica')
    .meta(asked({ en: 'Topology', zh: '架构' })),
  replicas: z
    .number()
    .int()
    .min(1)
    .max(8)
    .default(2)
    .meta(asked({ en: 'Replicas', zh: '从库数量' })),
  hostIds: z
    .array(z.string())
    .max(9)
    .optional()
    .meta(
      asked(
        { en: 'Hosts', zh: '主机' },
        {
          en: 'The first carries the primary. Absent = chosen from the pool.',
          zh: '第一台部署主库；不填则由平台从资源池中选择。',
        },
      ),
    ),
  port: z
    .number()
    .int()
    .min(1024)
    .max(65535)
    .default(3306)
    .meta(asked({ en: 'Port', zh: '端口' })),
  memoryMib: z
    .number()
    .int()
    .min(256)
    .max(4 * 1024 * 1024)
    .default(1024)
    .meta(
      asked(
        { en: 'Memory', zh: '内存' },
        { en: 'MiB this instance may use on each host.', zh: '每台主机上的实例可使用的内存，单位 MiB。' },
      ),
    ),
  specification: optionalText(
    { en: 'Specification', zh: '规格' },
    {
      en: 'The named size each instance counts as in quotas; the memory must fit in it.',
      zh: '每个实例在配额中所计的规格；所申请的内存不得超过它。',
    },
  ),
  environment: CatalogueName.default('production').meta(asked({ en: 'Environment', zh: '环境' })),
  applicationId: z
    .string()
    .nullish()
    .meta(asked({ en: 'Application', zh: '应用' })),
  fixed: FixedForm.prefault({}).meta(asked({ en: 'Cannot change later', zh: '以后不能更改的设置' })),
});
export type DeployForm = z.infer<typeof DeployForm>;
