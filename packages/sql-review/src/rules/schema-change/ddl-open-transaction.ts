import type { OpenTransaction } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';
import { lockedTables } from '../../tree/locked-tables.ts';
import type { Words } from '../../words.ts';

export const ddlOpenTransaction = defineRule({
  id: 'ddl-open-transaction',
  grade: 'E',
  theme: 'schema-change',
  tier: 'instance',
  why: {
    en: 'A transaction that is open holds the table: the change waits for it, and every statement behind the change waits too.',
    zh: '有未提交的事务占用该表：变更会等待，其后的所有语句也会被阻塞。',
  },
  parameters: { seconds: 5 },
  on: [
    'alter-table', 'create-index', 'drop-index', 'create-table', 'drop-table', 'truncate-table', 'rename-table',
    'create-trigger', 'table-maintenance',
  ], // biome-ignore format: a list
  check: (statement, { facts, schema }, { seconds }) => {
    const long = facts.instance?.transactions?.filter((one) => one.seconds >= seconds) ?? [];
    if (long.length === 0) return undefined;
    return lockedTables(statement, schema).flatMap(({ place, key }) => {
      const holder = long.find(({ tables }) => tables.includes(key));
      return holder
        ? [
            at(
              place,
              `A transaction${who(holder).en} has been open on ${key} for ${holder.seconds} s.`,
              `有事务${who(holder).zh}已占用表 ${key} ${holder.seconds} 秒。`,
            ),
          ]
        : [];
    });
  },
});

/** Whom to ask, where the server told. */
function who({ user, host, session }: OpenTransaction): Words {
  if (user === undefined || session === undefined) return { en: '', zh: '' };
  const name = `${user}@${host ?? '%'}`;
  return { en: ` of ${name} (session ${session})`, zh: `（${name}，会话 ${session}）` };
}
