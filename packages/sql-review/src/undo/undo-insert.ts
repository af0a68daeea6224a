import { type Dialect, type Expression, type Insert, printNode } from '@myriad/sql';
import { columnNamed, type IndexModel, isUniqueIndex, type TableModel } from '../schema/table.ts';
import { bare } from '../tree/conditions.ts';
import type { Words } from '../words.ts';
import { quoteName } from './undo.ts';
import { type DmlUndo, insertBack, nameOf, whereKey, writableColumns } from './undo-dml.ts';

/** New rows are deleted by their key, and what they replaced or changed is put back. */
export function undoInsert(statement: Insert, table: TableModel, key: readonly string[], dialect: Dialect): DmlUndo {
  const rows = rowsOf(statement, table);
  if (rows === undefined)
    return {
      impossible: {
        en: 'Which rows come is known only once the query has run.',
        zh: '插入哪些行要等查询执行后才知道。',
      },
    };
  const mayTouch = statement.verb === 'REPLACE' || statement.onDuplicate.length > 0;
  const mayMiss = mayTouch || statement.ignore;
  const keys = table.indexes.filter(isUniqueIndex);
  const isNumbered =
    key.length === 1 &&
    key.some((name) => columnNamed(table, name)?.isAutoIncrement) &&
    rows.every((row) => valueIn(row, key[0] ?? '') === undefined);
  if (!isNumbered && rows.some((row) => key.some((name) => !isConstant(valueIn(row, name)))))
    return {
      impossible: { en: 'The key of a new row is not written in the statement.', zh: '语句中没有写明新行的主键值。' },
    };
  const remove = `DELETE FROM ${nameOf(table)} WHERE ${whereKey(key)}`;
  if (!mayMiss) return { capture: '', undo: [remove], notes: isNumbered ? [numbered] : [] };
  const conditions = rows.flatMap((row) => keys.flatMap((index) => conditionOf(index, row, table, dialect)));
  if (conditions.some((condition) => condition === undefined) || conditions.length === 0)
    return {
      impossible: {
        en: 'Which rows are hit by the unique keys cannot be read from the statement.',
        zh: '无法从语句判断唯一键会命中哪些行。',
      },
    };
  const columns = writableColumns(table)
    .map(({ name }) => quoteName(name))
    .join(', ');
  const capture = `SELECT ${columns} FROM ${nameOf(table)} WHERE ${[...new Set(conditions)].join(' OR ')} FOR UPDATE`;
  const notes = isNumbered ? [numbered] : [];
  // Rows that were there before are no new ones: they are put back as they were.
  return { capture, undo: mayTouch ? [remove, insertBack(table)] : [remove], notes: [...notes, onlyNew] };
}

const numbered: Words = {
  en: 'The new keys are LAST_INSERT_ID() and those behind it, ROW_COUNT() in all.',
  zh: '新主键从 LAST_INSERT_ID() 起，共 ROW_COUNT() 个。',
};
const onlyNew: Words = {
  en: 'Only rows that were not captured are deleted; captured ones are deleted and put back where they changed.',
  zh: '仅删除备份中没有的新行；备份中有且被改动的行删除后重新插入。',
};

type Row = ReadonlyMap<string, Expression>;

function rowsOf(statement: Insert, table: TableModel): readonly Row[] | undefined {
  if (statement.query) return undefined;
  if (statement.source === 'set')
    return [
      new Map(
        statement.assignments.flatMap(({ target, value }) =>
          target.kind === 'column' ? [[target.name.name.toLowerCase(), value] as const] : [],
        ),
      ),
    ];
  const columns =
    statement.columns?.flatMap((one) => (one.kind === 'column' ? [one.name.name] : [])) ??
    table.columns.filter(({ isInvisible }) => !isInvisible).map(({ name }) => name);
  return statement.rows.map(
    ({ items }) =>
      new Map(
        items.flatMap((item, at) => (columns[at] === undefined ? [] : [[columns[at].toLowerCase(), item] as const])),
      ),
  );
}

/** `undefined` also for NULL and DEFAULT: the server numbers such a row. */
function valueIn(row: Row, column: string): Expression | undefined {
  const value = row.get(column.toLowerCase());
  if (value === undefined || value.kind === 'default-value') return undefined;
  const inner = bare(value);
  return inner.kind === 'literal' && inner.type === 'null' ? undefined : inner;
}

const isConstant = (value: Expression | undefined): boolean =>
  value?.kind === 'literal' || (value?.kind === 'unary' && value.operand.kind === 'literal');

/** [] for a key that cannot be hit, [undefined] for one nobody can tell. */
function conditionOf(
  index: IndexModel,
  row: Row,
  table: TableModel,
  dialect: Dialect,
): readonly (string | undefined)[] {
  const parts: string[] = [];
  for (const { column, length } of index.parts) {
    if (column === undefined || length !== undefined) return [undefined];
    const value = valueIn(row, column);
    // NULL is never twice, and a number the server gives is new.
    if (value === undefined) return isHarmless(row, table, column) ? [] : [undefined];
    if (!isConstant(value)) return [undefined];
    parts.push(`${quoteName(column)} = ${printNode(value, dialect)}`);
  }
  return [`(${parts.join(' AND ')})`];
}

/** Left out or NULL, and no default of its own: NULL, or a new number. */
function isHarmless(row: Row, table: TableModel, name: string): boolean {
  const column = columnNamed(table, name);
  if (column === undefined) return false;
  if (column.isAutoIncrement) return true;
  const given = row.get(name.toLowerCase());
  if (given !== undefined && given.kind !== 'default-value') return column.isNullable;
  const value = column.defaultValue;
  return column.isNullable && (value === undefined || (value.kind === 'literal' && value.type === 'null'));
}
