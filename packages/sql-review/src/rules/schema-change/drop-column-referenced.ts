import { type AlterTable, type DropElement, type Node, resolveNames } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { schemaFactsOf } from '../../schema/schema-facts.ts';
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
      ...table.columns
        .filter((column) => uses(column.generatedFrom) && !drops(alter as AlterTable, 'COLUMN', column.name))
        .map((column) => column.name),
      ...table.indexes
        .filter(({ parts }) => parts.some((part) => uses(part.expression)))
        .filter((index) => !drops(alter as AlterTable, 'INDEX', index.name))
        .map((index) => index.name),
      ...((table.partitions?.columns ?? []).some((column) => isSame(column, name)) ? ['PARTITION BY'] : []),
      ...table.checks
        .filter(({ condition }) => uses(condition))
        .filter((check) => check.name === undefined || !drops(alter as AlterTable, 'CHECK', check.name))
        .map((check) => check.name ?? 'CHECK'),
      ...table.foreignKeys
        .filter(({ columns }) => columns.some((column) => isSame(column, name)))
        .filter((key) => key.name === undefined || !drops(alter as AlterTable, 'FOREIGN KEY', key.name))
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

/** What goes with the same statement names nothing any more. */
const drops = ({ actions }: AlterTable, what: DropElement['what'], name: string): boolean =>
  actions.some(
    (action) =>
      action.kind === 'drop-element' &&
      (action.what === what || (action.what === 'CONSTRAINT' && what !== 'COLUMN')) &&
      isSame(action.name?.name, name),
  );
