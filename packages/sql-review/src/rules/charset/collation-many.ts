import type { Dialect } from '@myriad/sql';
import { defaultCollation } from '../../predict/column-changes.ts';
import { at, defineRule } from '../../rule.ts';
import { isSame, type TableModel } from '../../schema/table.ts';
import { tableAfter } from '../../tree/elements.ts';

export const collationMany = defineRule({
  id: 'collation-many',
  grade: 'N',
  theme: 'charset',
  tier: 'schema',
  why: {
    en: 'Tables of one schema in several collations cannot be joined by text without a conversion, or not at all (error 1267).',
    zh: '同一个库中的表使用多种排序规则时，按文本列连接需要转换，甚至报错（错误 1267）。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema, dialect }) => {
    const isSaid =
      statement.kind === 'create-table'
        ? !statement.like && !statement.temporary
        : statement.actions.some(
            (action) =>
              action.kind === 'convert-charset' ||
              (action.kind === 'setting' && ['CHARACTER SET', 'COLLATE'].includes(action.name)),
          );
    if (!isSaid) return undefined;
    const own = collationOf(tableAfter(statement, schema), dialect);
    const { schema: of, name } = statement.name;
    const other = [...schema.listTables()]
      .filter((table) => isSame(table.schema, of?.name) && !isSame(table.name, name.name))
      .find((table) => own !== undefined && (collationOf(table, dialect) ?? own) !== own);
    const theirs = other && collationOf(other, dialect);
    return (
      other &&
      at(statement.name, `${own} here, ${theirs} in ${other.name}.`, `该表为 ${own}，而表 ${other.name} 为 ${theirs}。`)
    );
  },
});

/** What a table says, or what its set brings; `undefined` where neither is known. */
function collationOf({ charset, collation }: TableModel, dialect: Dialect): string | undefined {
  if (collation !== undefined || charset === undefined) return collation;
  return defaultCollation(charset === 'utf8' ? 'utf8mb3' : charset, dialect);
}
