import type { AlterAction, Identifier } from '@myriad/sql';
import { at, defineRule, type RuleFinding } from '../../rule.ts';
import { alterModel } from '../../schema/alter-model.ts';
import { columnNamed, indexNamed, isSame, type TableModel } from '../../schema/table.ts';

const noColumn = (name: Identifier) => at(name, 'The table has no such column.', '表中没有该列。');
const noIndex = (name: Identifier) => at(name, 'The table has no such index.', '表中没有该索引。');
function faultsOf(table: TableModel, action: AlterAction): readonly RuleFinding[] {
  const hasColumn = (name: string) => columnNamed(table, name) !== undefined;
  const hasIndex = (name: string) => indexNamed(table, name) !== undefined;
  if (action.kind === 'add-columns' && !action.ifNotExists)
    return action.elements.flatMap((element) =>
      element.kind === 'column-definition' && hasColumn(element.name.name)
        ? [at(element.name, 'A column of this name is there already.', '已存在同名列。')]
        : [],
    );
  if (action.kind === 'add-element' && action.element.kind === 'index-definition') {
    const { name, parts, ifNotExists } = action.element;
    const twice =
      name && hasIndex(name.name) && !ifNotExists
        ? [at(name, 'An index of this name is there already.', '已存在同名索引。')]
        : [];
    return [...twice, ...parts.flatMap(({ column }) => (column && !hasColumn(column.name) ? [noColumn(column)] : []))];
  }
  if (action.kind === 'change-column' && !action.ifExists) {
    const name = action.from ?? action.column.name;
    return hasColumn(name.name) ? [] : [noColumn(name)];
  }
  if (action.kind === 'drop-element' && !action.ifExists && action.name) {
    if (action.what === 'COLUMN' && !hasColumn(action.name.name)) return [noColumn(action.name)];
    return action.what === 'INDEX' && !hasIndex(action.name.name) ? [noIndex(action.name)] : [];
  }
  if (action.kind === 'alter-element' && action.what === 'INDEX' && !action.ifExists && !hasIndex(action.name.name))
    return [noIndex(action.name)];
  if (action.kind === 'alter-column' && !action.ifExists && !hasColumn(action.name.name))
    return [noColumn(action.name)];
  if (action.kind === 'rename-element' && !action.ifExists) {
    if (action.what === 'COLUMN' && !hasColumn(action.from.name)) return [noColumn(action.from)];
    if (action.what === 'COLUMN' && hasColumn(action.to.name) && !isSame(action.from.name, action.to.name))
      return [at(action.to, 'A column of this name is there already.', '已存在同名列。')];
    return action.what === 'INDEX' && !hasIndex(action.from.name) ? [noIndex(action.from)] : [];
  }
  return [];
}

export const alterColumnMissing = defineRule({
  id: 'alter-column-missing',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'ALTER TABLE names a column or index that the table does not have, or adds one that is there.',
    zh: 'ALTER TABLE 引用了不存在的列或索引，或添加了已存在的列。',
  },
  on: ['alter-table'],
  check: (statement, { schema }) => {
    let table = schema.tableOf(statement.name);
    if (!table?.isWhole) return undefined;
    const found: RuleFinding[] = [];
    for (const action of asServersDo(statement.actions)) {
      found.push(...faultsOf(table, action));
      table = alterModel(table, action);
    }
    return found;
  },
});

/** What is dropped goes first, and keys come last, wherever they stand. */
const asServersDo = (actions: readonly AlterAction[]): readonly AlterAction[] =>
  actions.toSorted((a, b) => turnOf(a) - turnOf(b));

function turnOf({ kind }: AlterAction): number {
  if (kind === 'drop-element') return 0;
  return kind === 'add-element' ? 2 : 1;
}
