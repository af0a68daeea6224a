import type { CreateIndex, DropIndex, NamedTable } from '@myriad/sql';
import { at, defineRule, type RuleFinding } from '../../rule.ts';
import { columnNamed, indexNamed, type TableModel } from '../../schema/table.ts';

export const indexObjectMissing = defineRule({
  id: 'index-object-missing',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'CREATE INDEX, DROP INDEX or an index hint names a column or an index that is not there, or an index that is.',
    zh: 'CREATE INDEX、DROP INDEX 或索引提示引用了不存在的列或索引，或创建了已存在的索引。',
  },
  on: ['create-index', 'drop-index', 'named-table'],
  check: (node, { schema }) => {
    if (node.kind === 'named-table' && node.indexHints.length === 0) return undefined;
    const table = schema.tableOf(node.kind === 'named-table' ? node.name : node.table);
    if (!table?.isWhole) return undefined;
    if (node.kind === 'named-table') return hintsWithout(node, table);
    return node.kind === 'drop-index' ? dropOf(node, table) : creationOf(node, table);
  },
});

const dropOf = ({ name, ifExists }: DropIndex, table: TableModel): RuleFinding | undefined =>
  ifExists || indexNamed(table, name.name) ? undefined : at(name, 'The table has no such index.', '表中没有该索引。');

function creationOf({ name, parts, ifNotExists, orReplace }: CreateIndex, table: TableModel): readonly RuleFinding[] {
  const twice =
    indexNamed(table, name.name) && !ifNotExists && !orReplace
      ? [at(name, 'An index of this name is there already.', '已存在同名索引。')]
      : [];
  return [
    ...twice,
    ...parts.flatMap(({ column }) =>
      column && !columnNamed(table, column.name) ? [at(column, 'The table has no such column.', '表中没有该列。')] : [],
    ),
  ];
}

/** A hint may be the beginning of a name (error 1176 otherwise). */
const hintsWithout = ({ indexHints }: NamedTable, { indexes }: TableModel): readonly RuleFinding[] =>
  indexHints
    .flatMap((hint) => hint.indexes)
    .filter(({ name }) => !indexes.some((index) => index.name.toLowerCase().startsWith(name.toLowerCase())))
    .map((name) => at(name, 'The table has no such index.', '表中没有该索引。'));
