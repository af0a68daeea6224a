import { shaped } from '@myriad/contract';
import { z } from 'zod';
import { asked } from './asked.ts';

/** What data on disk depends on: chosen once, when it is made. */
export const FixedForm = z.object({
  lowerCaseTableNames: z
    .literal([0, 1])
    .default(0)
    .meta(
      asked(
        { en: 'Letter case of table names', zh: '表名大小写' },
        {
          en: '0 keeps the case, 1 stores lower case. Cannot change later.',
          zh: '0 保留大小写，1 以小写保存。以后不能更改。',
        },
      ),
    ),
  pageSize: z
    .literal([4096, 8192, 16384, 32768, 65536])
    .default(16384)
    .meta(
      asked(
        { en: 'InnoDB page size', zh: 'InnoDB 页大小' },
        { en: 'Bytes. Cannot change later.', zh: '单位为字节。以后不能更改。' },
      ),
    ),
  characterSet: shaped(/^[a-z0-9]{2,32}$/, {
    en: 'is no name of a character set: lower case letters and digits, such as utf8mb4',
    zh: '不是字符集名称：应为小写字母和数字，例如 utf8mb4',
  })
    .default('utf8mb4')
    .meta(asked({ en: 'Character set', zh: '字符集' })),
  collation: shaped(/^([a-z0-9_]{3,64})?$/, {
    en: 'is no name of a collation: lower case letters, digits and underscores, such as utf8mb4_bin',
    zh: '不是排序规则名称：应为小写字母、数字和下划线，例如 utf8mb4_bin',
  })
    .default('')
    .meta(
      asked(
        { en: 'Collation', zh: '排序规则' },
        { en: 'Empty = the default of the flavour.', zh: '不填则使用该数据库类型的默认值。' },
      ),
    ),
  timeZone: shaped(/^([+-](0\d|1[0-4]):[0-5]\d|SYSTEM)$/, {
    en: 'must be an offset such as +08:00, or SYSTEM',
    zh: '应为 +08:00 这样的时差，或 SYSTEM',
  })
    .default('+00:00')
    .meta(asked({ en: 'Time zone', zh: '时区' }, { en: 'An offset such as +08:00.', zh: '时区偏移，例如 +08:00。' })),
  sqlMode: shaped(/^([A-Z_]+(,[A-Z_]+)*)?$/, {
    en: 'must be words in capitals with commas between them, without spaces',
    zh: '应为大写单词，以半角逗号分隔，不含空格',
  })
    .optional()
    .meta(
      asked(
        { en: 'sql_mode', zh: 'SQL 模式' },
        { en: 'Absent = the default of the version.', zh: '不填则使用该版本的默认值。' },
      ),
    ),
});
export type FixedForm = z.infer<typeof FixedForm>;

/** Names go into option files, units and folders. */
export const ClusterName = shaped(/^[a-z][a-z0-9-]{0,61}[a-z0-9]$/, {
  en: 'must have 2 to 63 lower case letters, digits and hyphens, begin with a letter and not end with a hyphen',
  zh: '应为 2 至 63 个小写字母、数字或连字符，以字母开头，且不以连字符结尾',
});

/** A place for one instance, chosen when the ticket is submitted: ids are made then, so that the plan is stable. */
export const Seat = z.object({
  instanceId: z.string(),
  hostId: z.string(),
  serverId: z.number().int().min(1).max(4294967295),
  role: z.enum(['primary', 'replica', 'standalone']),
});
export type Seat = z.infer<typeof Seat>;

export const DeployInput = z.object({
  clusterId: z.string(),
  name: ClusterName,
  packageId: z.string(),
  topology: z.enum(['single', 'primary-replica']),
  environment: z.string().min(1).max(64),
  applicationId: z.string().nullable(),
  port: z.number().int().min(1024).max(65535),
  memoryMib: z.number().int(),
  /** Name of the size each instance counts as; absent in what was asked before there was a choice. */
  specification: z.string().optional(),
  cores: z.number().int().min(1),
  fixed: FixedForm,
  seats: z.array(Seat).min(1).max(9),
});
export type DeployInput = z.infer<typeof DeployInput>;
