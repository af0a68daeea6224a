import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

export const autoIncMany = defineRule({
  id: 'auto-inc-many',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'There can be one AUTO_INCREMENT column, and it must be a key (error 1075).',
    zh: '只能有一个自增列，而且必须是索引列（错误 1075）。',
  },
  on: ['create-table'],
  check: (statement) => {
    const { columns, indexes, foreignKeys, engine } = readTable(statement);
    const counters = columns.filter(({ isAutoIncrement }) => isAutoIncrement);
    const isKey = ({ name }: { name: string }) =>
      indexes.some(({ parts }) => isSame(parts[0]?.column, name)) ||
      // MyISAM and Aria count within the columns before it.
      (engine !== undefined &&
        !isSame(engine, 'InnoDB') &&
        indexes.some(({ parts }) => parts.some((one) => isSame(one.column, name)))) ||
      // A foreign key brings its index.
      foreignKeys.some((key) => isSame(key.columns[0], name));
    const wrong = counters.filter((column, place) => place > 0 || !isKey(column));
    return statement.elements.flatMap((element) =>
      element.kind === 'column-definition' && wrong.some(({ name }) => isSame(name, element.name.name))
        ? [at(element.name, 'One counter for a table, and it must be a key.', '每张表只能有一个自增列，且必须建索引。')]
        : [],
    );
  },
});
