import { z } from 'zod';
import { asked } from '../asked.ts';

export const bringBackKind = 'fleet.bring-back';

/** What the record says it should be. */
export const BroughtTo = z.enum(['read-only', 'writable', 'replicating']);
export type BroughtTo = z.infer<typeof BroughtTo>;

export const BringBackForm = z.object({
  instanceId: z
    .string()
    .min(1)
    .max(40)
    .meta(asked({ en: 'Instance', zh: '实例' })),
  to: BroughtTo.meta(
    asked(
      { en: 'Should be', zh: '应为' },
      {
        en: 'read-only: a recorded replica that takes writes · writable: a recorded primary that refuses them · replicating: a recorded replica whose replication was stopped.',
        zh: 'read-only：登记为从库却可写；writable：登记为主库却拒绝写入；replicating：登记为从库但复制已停止。',
      },
    ),
  ),
});
export type BringBackForm = z.infer<typeof BringBackForm>;

/** An instance as far as SQL alone is concerned: of a cluster that was adopted there is nothing else. */
export const Seat = z.object({
  instanceId: z.string(),
  name: z.string(),
  role: z.enum(['primary', 'replica', 'standalone']),
  flavor: z.enum(['mysql', 'mariadb']),
  version: z.string(),
});
export type Seat = z.infer<typeof Seat>;
