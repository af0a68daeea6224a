import { getInstanceActivity, type LockRow } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import type { Language } from '../../language.ts';
import { tableOf } from '../../table.ts';
import { instanceArgument, instanceIdOf } from './instance-argument.ts';
import { notSeenText, silentText } from './silent-text.ts';

export const command = defineCommand({
  summary: {
    en: 'Who blocks whom on an instance right now, as a tree; exit 1 when it does not answer',
    zh: '实例当前的阻塞关系树；实例无应答时退出码为 1',
  },
  args: [instanceArgument],
  examples: ['myriad instance locks db-7:3306'],
  run: async (call) => {
    const { client } = call.server();
    const params = { instanceId: await instanceIdOf(client, argument(call, 'INSTANCE')) };
    const { instanceId, at, reachable, because, locks } = await client.call(getInstanceActivity, { params });
    return {
      value: { instanceId, at, reachable, because, locks },
      exit: reachable ? 'ok' : 'failed',
      text: (language) => {
        if (!locks) return silentText(because, language);
        const { rowLocks, metadataLocks, rows } = locks;
        return [
          rows.length === 0
            ? language === 'zh'
              ? '没有看到会话在等待锁。\n'
              : 'No session is seen to wait for a lock.\n'
            : treeOf(rows, language),
          rowLocks.ok ? '' : notSeenText({ en: 'Row locks', zh: '行锁' }, rowLocks.words, language),
          metadataLocks.ok ? '' : notSeenText({ en: 'Metadata locks', zh: '元数据锁' }, metadataLocks.words, language),
        ].join('');
      },
    };
  },
});

const treeOf = (rows: readonly LockRow[], language: Language): string =>
  tableOf(
    [
      { title: { en: 'SESSION', zh: '会话' }, of: ({ session, depth }) => `${'· '.repeat(depth)}${session ?? '?'}` },
      { title: { en: 'USER', zh: '用户' }, of: ({ user }) => user },
      { title: { en: 'BLOCKS', zh: '阻塞' }, of: ({ blocks }) => blocks || undefined, number: true },
      { title: { en: 'WAITS (s)', zh: '等待（秒）' }, of: ({ wait }) => wait?.seconds ?? undefined, number: true },
      { title: { en: 'LOCK', zh: '锁' }, of: lockText },
      { title: { en: 'STATEMENT', zh: '语句' }, of: ({ statement, command }) => (statement || command)?.slice(0, 100) },
    ],
    rows,
    language,
  );

function lockText({ wait }: LockRow): string | undefined {
  if (!wait) return undefined;
  const table = [wait.schema, wait.table].filter((name) => name !== '').join('.');
  return [wait.kind, table, wait.wants].filter((part) => part !== '').join(' ');
}
