import { z } from 'zod';
import { asked, optionalText } from '../../instances/index.ts';

const words = (en: string, zh: string) => ({ params: { words: { en, zh } } });

/** `max_connections = 500`: name and value as one line, so that a list of them can stand in an address. */
const Setting = z.string().trim().min(3).max(1200);

export const ChangeParametersForm = z
  .object({
    clusterId: optionalText({ en: 'Cluster', zh: '集群' }, { en: 'All its instances.', zh: '集群的全部实例。' }),
    instanceId: optionalText(
      { en: 'Instance', zh: '实例' },
      { en: 'Only this one instead of the whole cluster.', zh: '只修改此实例，而不是整个集群。' },
    ),
    settings: z
      .array(Setting)
      .min(1, words('Name at least one parameter.', '请至少填写一个参数。') as never)
      .max(50)
      .meta(
        asked(
          { en: 'Parameters', zh: '参数' },
          {
            en: 'One a line: name = value, e.g. long_query_time = 0.5. Sizes may carry K, M, G.',
            zh: '每项一个：参数名 = 值，例如 long_query_time = 0.5。大小可带 K、M、G。',
          },
        ),
      ),
    evenSo: z
      .boolean()
      .default(false)
      .meta(
        asked(
          { en: 'Even so', zh: '仍要执行' },
          {
            en: 'Go on although a change is dangerous, or is lost at the next restart.',
            zh: '即使修改有风险，或重启后会丢失，也继续。',
          },
        ),
      ),
  })
  .refine(({ clusterId, instanceId }) => (clusterId === undefined) !== (instanceId === undefined), {
    path: ['clusterId'],
    ...words('Name a cluster or an instance, not both.', '请选择集群或实例之一，不能同时选择。'),
  });
export type ChangeParametersForm = z.infer<typeof ChangeParametersForm>;

/** Of the task: the cluster is always named, since it is what is locked; values as they were asked for, each server spells its own. */
export const ChangeInput = z.object({
  clusterId: z.string(),
  instanceId: z.string().optional(),
  settings: z.array(z.object({ name: z.string(), value: z.string() })).min(1),
});
export type ChangeInput = z.infer<typeof ChangeInput>;

/** One parameter on one instance: what it is, what it becomes, and how that is made to last. */
export const ParameterChange = z.object({
  name: z.string(),
  before: z.string(),
  after: z.string(),
  /** `restart`: written now, in force from the next start. */
  takesEffect: z.enum(['now', 'restart']),
  /** How it outlives a restart; `nowhere`: it does not. */
  kept: z.enum(['option-file', 'persisted', 'nowhere']),
  /** What was kept before; null: nothing. */
  keptBefore: z.object({ file: z.string().nullable(), persisted: z.string().nullable() }),
});
export type ParameterChange = z.infer<typeof ParameterChange>;
