import type { AlterAction, QualifiedName } from '@myriad/sql';
import type { OpenTransaction } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';
import type { KindMap } from '../../tree/kinds.ts';
import { keyOfName } from '../../walk/history.ts';
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
    'alter-table', 'create-index', 'drop-index', 'drop-table', 'truncate-table', 'rename-table', 'create-trigger',
    'table-maintenance',
  ], // biome-ignore format: a list
  check: (statement, { facts }, { seconds }) => {
    const names = lockedBy(statement);
    return names.flatMap((name) => {
      const holder = facts.instance?.transactions?.find(
        (one) => one.seconds >= seconds && one.tables.includes(keyOfName(name)),
      );
      return holder
        ? [
            at(
              name,
              `A transaction${who(holder).en} has been open on it for ${holder.seconds} s.`,
              `有事务${who(holder).zh}已占用该表 ${holder.seconds} 秒。`,
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

type LockingStatement = KindMap[
  | 'alter-table'
  | 'create-index'
  | 'drop-index'
  | 'drop-table'
  | 'truncate-table'
  | 'rename-table'
  | 'create-trigger'
  | 'table-maintenance'];

/** Tables whose metadata lock it needs for itself; a new foreign key takes that of its parent too. */
function lockedBy(statement: LockingStatement): readonly QualifiedName[] {
  switch (statement.kind) {
    case 'drop-table':
      return statement.names;
    case 'rename-table':
      return statement.renames.map(({ from }) => from);
    case 'table-maintenance':
      return statement.verb === 'OPTIMIZE' || statement.verb === 'REPAIR' ? statement.tables : [];
    case 'alter-table':
      return [statement.name, ...statement.actions.flatMap(parentsOf)];
    case 'truncate-table':
      return [statement.name];
    default:
      return 'table' in statement ? [statement.table] : [];
  }
}

const parentsOf = (action: AlterAction): readonly QualifiedName[] =>
  action.kind === 'add-element' && action.element.kind === 'foreign-key' ? [action.element.references.table] : [];
