import { listHosts } from '@myriad/contract';
import { type CommandCall, type Flag, listFlag, UsageError } from '../../command.ts';
import { hostIdOf } from './host-argument.ts';

export const whichFlags: readonly Flag[] = [
  { name: 'on', value: 'HOST', repeat: true, words: { en: 'Name or id of a host', zh: '主机名称或 ID' } },
  { name: 'all', words: { en: 'On every host', zh: '在所有主机上执行' } },
];

/** Ids of the hosts meant by `--on` and `--all`. @throws UsageError where neither is given */
export async function whichHosts(call: CommandCall): Promise<string[]> {
  const { client } = call.server();
  const ids: string[] = [];
  if (call.flags.all !== true) {
    for (const name of listFlag(call, 'on')) ids.push(await hostIdOf(client, name));
    if (ids.length > 0) return ids;
    throw new UsageError({ en: 'Say where: --on or --all.', zh: '请用 --on 或 --all 指定主机。' });
  }
  let cursor: string | undefined;
  do {
    const page = await client.call(listHosts, { query: { limit: 500, ...(cursor ? { cursor } : {}) } });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== undefined);
  return ids;
}
