import type { Expression, Insert } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import type { Schema } from '../../schema/schema.ts';
import { isSame, namesOfColumns } from '../../schema/table.ts';

/** Columns an INSERT names that its table, as far as it is known, does not have. */
function missingInList({ table, columns = [] }: Insert, schema: Schema): readonly Expression[] {
  const known = schema.tableOf(table);
  const names = known && namesOfColumns(known);
  if (names === undefined) return [];
  return columns.filter((column) => column.kind === 'column' && !names.some((name) => isSame(name, column.name.name)));
}

export const columnMissing = defineRule({
  id: 'column-missing',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'A column is named that none of the tables has.',
    zh: '引用的列在相关表中不存在。',
  },
  on: ['statement'],
  check: (statement, { names, schema }) => {
    const listed = statement.kind === 'insert' ? missingInList(statement, schema) : [];
    const read = names().columns.flatMap(({ column, verdict }) => (verdict === 'unknown' ? [column] : []));
    return [...listed, ...read].map((column) => at(column, 'There is no such column.', '列不存在。'));
  },
});
