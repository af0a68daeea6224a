import { type AlterTable, type Node, resolveNames } from '@myriad/sql';
import { schemaFactsOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { columnsIn } from '../../tree/conditions.ts';

export const dropColumnReferenced = defineRule({
  id: 'drop-column-referenced',
  grade: 'E',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'A generated column, a check, a foreign key or a view still names this column.',
    zh: '该列仍被生成列、约束、外键或视图引用。',
  },
  on: ['drop-element'],
  check: (action, { schema, parentOf }) => {
    const alter = parentOf(action);
    const name = action.name?.name;
    const table = alter?.kind === 'alter-table' ? schema.tableOf((alter as AlterTable).name) : undefined;
    if (!table || action.what !== 'COLUMN' || !action.name || name === undefined) return undefined;
    const uses = (expression: Node | undefined) =>
      expression !== undefined && columnsIn(expression).some((column) => isSame(column.name.name, name));
    const users = [
      ...table.columns.filter((column) => uses(column.generatedFrom)).map((column) => column.name),
      ...table.checks.filter(({ condition }) => uses(condition)).map((check) => check.name ?? 'CHECK'),
      ...table.foreignKeys
        .filter(({ columns }) => columns.some((column) => isSame(column, name)))
        .map((key) => key.name ?? 'FOREIGN KEY'),
      ...[...schema.listTables()].flatMap((other) =>
        other.foreignKeys
          .filter((key) => isSame(key.table, table.name) && key.foreignColumns.some((column) => isSame(column, name)))
          .map((key) => key.name ?? 'FOREIGN KEY'),
      ),
      ...[...schema.listViews()]
        .filter(({ query }) =>
          resolveNames(query, schemaFactsOf(schema)).columns.some(({ origins }) =>
            origins.some((origin) => isSame(origin.table, table.name) && isSame(origin.column, name)),
          ),
        )
        .map((view) => view.name),
    ];
    return users.length > 0 && at(action.name, `Used by ${users.join(', ')}.`, `被以下对象引用：${users.join('、')}。`);
  },
});
