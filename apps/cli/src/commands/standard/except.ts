import {
  addStandardException,
  type ExceptionScope,
  endStandardException,
  listStandardExceptions,
  type StandardException,
} from '@myriad/contract';
import { argument, type CommandCall, defineCommand, textFlag, UsageError, wholeFlag } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { clusterIdOf } from '../cluster/cluster-argument.ts';
import { columns } from '../columns.ts';
import { instanceIdOf } from '../instance/instance-argument.ts';

const dayMilliseconds = 24 * 3_600_000;

export const command = defineCommand({
  summary: {
    en: 'Exceptions: list them, or let RULE not hold somewhere for some days, or --end one',
    zh: '例外：列出、为规则登记若干天的例外，或用 --end 结束',
  },
  args: [
    { name: 'RULE', words: { en: 'Code of the rule; without it: a list', zh: '规则代码；省略则列出' }, optional: true },
  ],
  flags: [
    { name: 'cluster', value: 'CLUSTER', words: { en: 'On this cluster', zh: '针对该集群' } },
    { name: 'instance', value: 'INSTANCE', words: { en: 'On this instance', zh: '针对该实例' } },
    { name: 'environment', value: 'NAME', words: { en: 'In this environment', zh: '针对该环境' } },
    { name: 'owner', value: 'WHO', words: { en: 'Who answers for it', zh: '负责人' } },
    { name: 'reason', value: 'TEXT', words: { en: 'Why', zh: '原因' } },
    { name: 'days', value: 'N', words: { en: 'It counts again after so long', zh: '多少天后恢复计入' } },
    { name: 'end', value: 'ID', words: { en: 'End this one now', zh: '立即结束该例外' } },
  ],
  examples: [
    'myriad standard except slow-log-one-second --cluster orders --owner alice --reason "load test" --days 14',
  ],
  run: async (call) => {
    const { client } = call.server();
    const end = textFlag(call, 'end');
    if (end !== undefined) {
      const ended = await client.call(endStandardException, { params: { exceptionId: end } });
      return { value: ended, text: (language) => tableOf(exceptionColumns, [ended], language) };
    }
    if (call.args.RULE === undefined) {
      const { items } = await client.call(listStandardExceptions, { query: { limit: 500 } });
      return { value: items, text: (language) => tableOf(exceptionColumns, items, language) };
    }
    const [owner, reason, days] = [textFlag(call, 'owner'), textFlag(call, 'reason'), wholeFlag(call, 'days')];
    if (!owner || !reason || !days)
      throw new UsageError({ en: 'Give --owner, --reason and --days.', zh: '请给出 --owner、--reason 与 --days。' });
    const scope = await scopeOf(call);
    const until = Date.now() + days * dayMilliseconds;
    const body = { rule: argument(call, 'RULE'), scope, owner, reason, until };
    const made = await client.call(addStandardException, { body });
    return { value: made, text: (language) => tableOf(exceptionColumns, [made], language) };
  },
});

const exceptionColumns = [
  { title: { en: 'RULE', zh: '规则' }, of: ({ rule }: StandardException) => rule },
  { title: { en: 'WHERE', zh: '范围' }, of: ({ scope, scopeName }: StandardException) => `${scope.kind}:${scopeName}` },
  { title: columns.state, of: ({ state }: StandardException) => state },
  { title: columns.owner, of: ({ owner }: StandardException) => owner },
  { title: { en: 'UNTIL', zh: '截止' }, of: ({ until }: StandardException) => timeOf(until) },
  { title: { en: 'REASON', zh: '原因' }, of: ({ reason }: StandardException) => reason },
  { title: columns.id, of: ({ id }: StandardException) => id },
];

async function scopeOf(call: CommandCall): Promise<ExceptionScope> {
  const { client } = call.server();
  const cluster = textFlag(call, 'cluster');
  const instance = textFlag(call, 'instance');
  const environment = textFlag(call, 'environment');
  if ([cluster, instance, environment].filter((each) => each !== undefined).length !== 1)
    throw new UsageError({
      en: 'Give one of --cluster, --instance, --environment.',
      zh: '请在 --cluster、--instance、--environment 中选择一个。',
    });
  if (cluster !== undefined) return { kind: 'cluster', id: await clusterIdOf(client, cluster) };
  if (instance !== undefined) return { kind: 'instance', id: await instanceIdOf(client, instance) };
  return { kind: 'environment', id: environment ?? '' };
}
