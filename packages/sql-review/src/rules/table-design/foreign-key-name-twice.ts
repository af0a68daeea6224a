import type { Identifier } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import type { Schema } from '../../schema/schema.ts';
import { isSame, type TableModel } from '../../schema/table.ts';
import { elementsOf, type TableStatement } from '../../tree/elements.ts';

export const foreignKeyNameTwice = defineRule({
  id: 'foreign-key-name-twice',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'Two foreign keys of one schema cannot share a name (error 1826, MariaDB 121 within 1005).',
    zh: '同一个库中的外键不能重名（错误 1826；MariaDB 为 1005 中的 121）。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema, nodes }) => {
    // Nearly no statement has one.
    if (nodes('foreign-key').length === 0) return undefined;
    const names = elementsOf(statement).flatMap((element) =>
      element.kind === 'foreign-key' ? (element.constraint?.name ?? element.name ?? []) : [],
    );
    if (names.length === 0) return undefined;
    const taken = namesTaken(statement, schema);
    return names
      .filter(({ name }, place) => {
        const isEarlier = (one: Identifier) => isSame(one.name, name);
        return names.slice(0, place).some(isEarlier) || taken.has(name.toLowerCase());
      })
      .map((name) => at(name, 'A foreign key of this name is there already.', '已存在同名外键。'));
  },
});

/** Names that other tables of the schema hold, and the altered one, but for what is dropped here. */
function namesTaken(statement: TableStatement, schema: Schema): ReadonlySet<string> {
  const { schema: of, name } = statement.name;
  const isOwn = (table: TableModel) => isSame(table.name, name.name);
  const isReplaced = statement.kind === 'create-table';
  const dropped =
    statement.kind === 'alter-table'
      ? statement.actions.flatMap((action) => (action.kind === 'drop-element' ? (action.name?.name ?? []) : []))
      : [];
  const names = [...schema.listTables()]
    .filter((table) => isSame(table.schema, of?.name) && !(isOwn(table) && isReplaced))
    .flatMap((table) =>
      table.foreignKeys.flatMap((key) =>
        key.name === undefined || (isOwn(table) && dropped.some((one) => isSame(one, key.name))) ? [] : [key.name],
      ),
    );
  return new Set(names.map((one) => one.toLowerCase()));
}
