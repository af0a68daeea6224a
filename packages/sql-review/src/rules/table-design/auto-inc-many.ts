import { at, defineRule } from '../../rule.ts';
import { columnNamed, isSame, type TableModel } from '../../schema/table.ts';
import { columnsDefined, elementsOf, tableAfter } from '../../tree/elements.ts';

export const autoIncMany = defineRule({
  id: 'auto-inc-many',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'There can be one AUTO_INCREMENT column, and it must be a key (error 1075).',
    zh: '只能有一个自增列，而且必须是索引列（错误 1075）。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }) => {
    if (elementsOf(statement).length === 0) return undefined;
    const table = tableAfter(statement, schema);
    const counters = table.columns.filter(({ isAutoIncrement }) => isAutoIncrement);
    const [first] = counters;
    // Of a table nobody knows, a counter that MODIFY names may be a key already.
    const isWrong = (name: string) =>
      columnNamed(table, name)?.isAutoIncrement === true &&
      ((counters.length > 1 && (!isSame(first?.name, name) || statement.kind === 'alter-table')) ||
        (!isKey(table, name) && (table.isWhole || isAdded(statement, name))));
    return columnsDefined(statement)
      .filter(({ name }) => isWrong(name.name))
      .map(({ name }) =>
        at(name, 'One counter for a table, and it must be a key.', '每张表只能有一个自增列，且必须建索引。'),
      );
  },
});

const isAdded = (statement: Parameters<typeof elementsOf>[0], name: string): boolean =>
  statement.kind === 'create-table' ||
  statement.actions.some(
    (action) =>
      action.kind === 'add-columns' &&
      action.elements.some((element) => element.kind === 'column-definition' && isSame(element.name.name, name)),
  );

const isKey = ({ indexes, foreignKeys, engine }: TableModel, name: string): boolean =>
  indexes.some(({ parts }) => isSame(parts[0]?.column, name)) ||
  // MyISAM and Aria count within the columns before it.
  (engine !== undefined &&
    !isSame(engine, 'InnoDB') &&
    indexes.some(({ parts }) => parts.some((one) => isSame(one.column, name)))) ||
  // A foreign key brings its index.
  foreignKeys.some((key) => isSame(key.columns[0], name));
