import { listHosts, runHostAction } from '@myriad/contract';
import { argument, type CommandCall, defineCommand, listFlag, UsageError, wholeFlag } from '../../command.ts';
import { formFlags, readForm } from '../ticket/form-flags.ts';
import { hostIdOf } from './host-argument.ts';

export const command = defineCommand({
  summary: {
    en: 'Run one action on many hosts, as a task with a step a host',
    zh: '在多台主机上执行同一操作，每台主机为任务的一个步骤',
  },
  args: [{ name: 'ACTION', words: { en: 'Its name; see host actions', zh: '操作名称，见 host actions' } }],
  flags: [
    { name: 'on', value: 'HOST', repeat: true, words: { en: 'Name or id of a host', zh: '主机名称或 ID' } },
    { name: 'all', words: { en: 'On every host', zh: '在所有主机上执行' } },
    { name: 'wave', value: 'N', words: { en: 'So many hosts at a time', zh: '每批主机数' } },
    ...formFlags,
  ],
  examples: ['myriad host run-action ACTION --on db-17 --on db-18'],
  run: async (call) => {
    const waveSize = wholeFlag(call, 'wave');
    const body = {
      action: argument(call, 'ACTION'),
      actionInput: (await readForm(call)) as Record<string, never>,
      hostIds: await hostIdsOf(call),
      ...(waveSize === undefined ? {} : { waveSize }),
    };
    const answer = await call.server().client.call(runHostAction, { body });
    return { value: answer, text: () => `${answer.taskId}\n` };
  },
});

async function hostIdsOf(call: CommandCall): Promise<string[]> {
  const { client } = call.server();
  const named = listFlag(call, 'on');
  if (call.flags.all !== true) {
    if (named.length === 0)
      throw new UsageError({ en: 'Say where: --on or --all.', zh: '请用 --on 或 --all 指定主机。' });
    const ids: string[] = [];
    for (const name of named) ids.push(await hostIdOf(client, name));
    return ids;
  }
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.call(listHosts, { query: { limit: 500, ...(cursor ? { cursor } : {}) } });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== undefined);
  return ids;
}
