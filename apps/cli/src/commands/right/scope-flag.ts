import { listApplications, listClusters, type Scope } from '@myriad/contract';
import { type CommandCall, type Flag, textFlag, UsageError } from '../../command.ts';
import { idByName } from '../id-by-name.ts';

export const scopeFlag: Flag = {
  name: 'on',
  value: 'SCOPE',
  words: {
    en: 'all, environment:NAME, application:NAME or cluster:NAME (a name or an id)',
    zh: 'all、environment:名称、application:名称 或 cluster:名称（名称或 ID）',
  },
};

/** What `--on` names. @throws UsageError */
export async function scopeOf(call: CommandCall): Promise<Scope | undefined> {
  const text = textFlag(call, 'on');
  if (text === undefined) return undefined;
  if (text === 'all') return { kind: 'all', id: '' };
  const [, kind, name = ''] = /^(environment|application|cluster):(.+)$/s.exec(text) ?? [];
  const { client } = call.server();
  if (kind === 'environment') return { kind, id: name };
  if (kind === 'application')
    return { kind, id: await idByName(name, (query) => client.call(listApplications, { query })) };
  if (kind === 'cluster') return { kind, id: await idByName(name, (query) => client.call(listClusters, { query })) };
  throw new UsageError({
    en: `--on ${text} is no scope: write all, environment:NAME, application:NAME or cluster:NAME.`,
    zh: `--on ${text} 不是有效的范围，应为 all、environment:名称、application:名称 或 cluster:名称。`,
  });
}
