import type { Statement } from '@myriad/sql';
import type { Schema } from '../schema/schema.ts';
import { factorsOf } from '../tree/tables.ts';
import type { Words } from '../words.ts';

/** Where what is known of tables comes from: given by somebody, or asked of a server, and what was in sight there. */
export type UndoSight =
  | 'given'
  | {
      /** An account without the privilege TRIGGER sees none. */
      readonly triggers: boolean;
      /** Tables whose foreign keys point to those that change. */
      readonly children: boolean;
    };

/** What must be true besides for a change of rows to be undone, as far as nobody could see it. */
export function notesOf(statement: Statement, schema: Schema, sight: UndoSight): readonly Words[] {
  const notes: Words[] = [];
  if (sight === 'given')
    notes.push({
      en: 'Holds if the tables have no trigger, and no other table points to them with a foreign key, besides those given.',
      zh: '前提：除已提供的定义外，相关表没有触发器，也没有其他表以外键引用它们。',
    });
  else {
    if (!sight.triggers)
      notes.push({
        en: 'Triggers are seen only with the privilege TRIGGER: the account that looked has it not everywhere. Holds if the tables have none.',
        zh: '需有 TRIGGER 权限才能看到触发器，查询账号并非对所有表都有。前提：相关表没有触发器。',
      });
    if (!sight.children)
      notes.push({
        en: 'Which tables point to these with foreign keys could not be seen. Holds if none passes the change on.',
        zh: '未能查到哪些表以外键引用相关表。前提：没有外键会级联这些修改。',
      });
  }
  for (const engine of enginesOf(statement, schema))
    notes.push({
      en: `${engine} has no transactions: between the SELECT and the statement others may change the rows. LOCK TABLES keeps them out.`,
      zh: `${engine} 不支持事务：在 SELECT 与语句之间，其他会话可能修改这些行，可用 LOCK TABLES 阻止。`,
    });
  return notes;
}

function enginesOf(statement: Statement, schema: Schema): readonly string[] {
  const names =
    statement.kind === 'insert'
      ? [statement.table]
      : statement.kind === 'update' || statement.kind === 'delete'
        ? factorsOf(statement.tables).flatMap((one) => (one.kind === 'named-table' ? [one.name] : []))
        : [];
  const engines = names.flatMap((name) => schema.tableOf(name)?.engine ?? []);
  return [...new Set(engines)].filter((engine) => withoutTransactions.has(engine));
}

const withoutTransactions: ReadonlySet<string> = new Set(['MYISAM', 'ARIA', 'MEMORY', 'CSV', 'ARCHIVE', 'MRG_MYISAM']);
