import { z } from 'zod';
import { asked } from '../asked.ts';

export const bringBackKind = 'fleet.bring-back';

/** What the record says it should be. */
export const BroughtTo = z.enum(['read-only', 'writable', 'replicating', 'following']);
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
        en: 'read-only: a recorded replica that takes writes · writable: a recorded primary that refuses them · replicating: a recorded replica whose replication was stopped · following: a recorded replica that follows another source than recorded, or none.',
        zh: 'read-only：登记为从库却可写；writable：登记为主库却拒绝写入；replicating：登记为从库但复制已停止；following：登记为从库但复制来源与登记不符，或没有来源。',
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

/** Whom a replica should follow, and how to tell it so. */
export const RecordedSource = z.object({
  seat: Seat,
  host: z.string(),
  port: z.number().int(),
  /** `ours`: with the platform’s own replication account. `kept`: with the login the channel has, which nobody here knows. */
  login: z.enum(['ours', 'kept']),
  /** File of authorities on the replica; absent: its servers have no certificate of the platform. */
  authorities: z.string().optional(),
});
export type RecordedSource = z.infer<typeof RecordedSource>;
