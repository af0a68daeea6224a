import type { Delete, NamedTable, Update } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule, type RuleFinding } from '../../rule.ts';
import { type ForeignKeyModel, isSame, type TableModel } from '../../schema/table.ts';
import { sameColumn } from '../../tree/conditions.ts';
import { calledOf, factorsOf } from '../../tree/tables.ts';

export const deleteCascades = defineRule({
  id: 'delete-cascades',
  grade: 'E',
  theme: 'change-safety',
  tier: 'schema',
  why: {
    en: 'Rows of other tables are deleted or changed with these by their foreign keys: they stand in no count and fire no trigger.',
    zh: '其他表的行会因外键被级联删除或修改：不计入影响行数，也不触发触发器。',
  },
  on: ['delete', 'update'],
  check: (change, context) => {
    const tables = factorsOf(change.tables).filter((one): one is NamedTable => one.kind === 'named-table');
    const targets = change.kind === 'delete' && change.targets.length > 0 ? tables.filter(isTarget(change)) : tables;
    return targets.flatMap((target) => {
      const table = context.schema.tableOf(target.name);
      if (!table) return [];
      if (change.kind === 'delete') return found(target, table, (key) => actsOn(key.onDelete), context);
      const written = writtenIn(change, table, context);
      return found(
        target,
        table,
        (key) => actsOn(key.onUpdate) && key.foreignColumns.some((one) => written(one)),
        context,
      );
    });
  },
});

const actsOn = (action: string | undefined): boolean => action === 'CASCADE' || action === 'SET NULL';

const isTarget =
  ({ targets }: Delete) =>
  (table: NamedTable): boolean =>
    targets.some(({ name }) => isSame(name.name, calledOf(table)) || isSame(name.name, table.name.name.name));

/** Columns that get another value than their own. */
const writtenIn =
  ({ assignments }: Update, table: TableModel, { columnOf }: Context) =>
  (name: string): boolean =>
    assignments.some(({ target, value }) => {
      const stored = target.kind === 'column' ? columnOf(target) : undefined;
      return stored?.table === table && isSame(stored.column.name, name) && !sameColumn(target, value);
    });

function found(
  place: { readonly start: number; readonly end: number },
  table: TableModel,
  acts: (key: ForeignKeyModel) => boolean,
  { schema }: Context,
): readonly RuleFinding[] {
  const children = [...schema.listTables()].filter((other) =>
    other.foreignKeys.some((key) => schema.tableAt(key.schema, key.table) === table && acts(key)),
  );
  if (children.length === 0) return [];
  const names = children.map(({ name }) => name);
  return [at(place, `Changes rows of ${names.join(', ')} too.`, `同时会改动 ${names.join('、')} 中的行。`)];
}
