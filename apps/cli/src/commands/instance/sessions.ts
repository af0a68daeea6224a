import { getInstanceActivity } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { instanceArgument, instanceIdOf } from './instance-argument.ts';
import { notSeenText, silentText } from './silent-text.ts';

const what = { en: 'Sessions', zh: '会话' };

export const command = defineCommand({
  summary: {
    en: 'Sessions of an instance right now; exit 1 when it does not answer',
    zh: '实例当前的会话；实例无应答时退出码为 1',
  },
  args: [instanceArgument],
  flags: [{ name: 'busy', words: { en: 'Only those that do something', zh: '仅显示忙碌的会话' } }],
  examples: ['myriad instance sessions db-7:3306 --busy'],
  run: async (call) => {
    const { client } = call.server();
    const params = { instanceId: await instanceIdOf(client, argument(call, 'INSTANCE')) };
    const activity = await client.call(getInstanceActivity, { params });
    const { sessions, transactions } = activity;
    const isWanted = ({ command }: { command: string }) =>
      call.flags.busy !== true || !/^(sleep|daemon|binlog dump)/i.test(command);
    const shown = sessions?.ok ? { ...sessions, items: sessions.items.filter(isWanted) } : sessions;
    return {
      value: { ...activity, locks: undefined, sessions: shown, transactions },
      exit: activity.reachable ? 'ok' : 'failed',
      text: (language) => {
        if (!shown) return silentText(activity.because, language);
        if (!shown.ok) return notSeenText(what, shown.words, language);
        return tableOf(
          [
            { title: columns.id, of: ({ id }) => id, number: true },
            { title: { en: 'USER', zh: '用户' }, of: ({ user }) => user },
            { title: { en: 'FROM', zh: '来源' }, of: ({ host }) => host },
            { title: { en: 'SCHEMA', zh: '库' }, of: ({ database }) => database },
            { title: { en: 'COMMAND', zh: '命令' }, of: ({ command }) => command },
            { title: { en: 'SECONDS', zh: '秒' }, of: ({ seconds }) => seconds ?? undefined, number: true },
            { title: columns.state, of: ({ state }) => state },
            { title: { en: 'STATEMENT', zh: '语句' }, of: ({ statement }) => statement.slice(0, 120) },
          ],
          shown.items,
          language,
        );
      },
    };
  },
});
