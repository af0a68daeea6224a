import { type Dialect, type Expression, type Insert, printNode } from '@myriad/sql';
import { columnNamed, type IndexModel, isUniqueIndex, type TableModel } from '../schema/table.ts';
import { bare } from '../tree/conditions.ts';
import {
  captured,
  type DmlUndo,
  insertBack,
  type KeyedTable,
  nameOf,
  no,
  placeOf,
  writableColumns,
} from './dml-parts.ts';
import { quoteName } from './undo.ts';

/** New rows are taken away by their key, and what they replaced, changed or left alone is put back. */
export function undoInsert(statement: Insert, { table, key }: KeyedTable, dialect: Dialect): DmlUndo {
  const rows = rowsOf(statement, table);
  if (rows === undefined)
    return no('Which rows come is known only once the query has run.', '插入哪些行要等查询执行后才知道。');
  const mayMiss = statement.verb === 'REPLACE' || statement.onDuplicate.length > 0 || statement.ignore;
  const isNumbered =
    key.length === 1 &&
    key.some((name) => columnNamed(table, name)?.isAutoIncrement) &&
    rows.every((row) => valueIn(row, key[0] ?? '') === undefined);
  if (isNumbered && mayMiss && statement.verb !== 'REPLACE')
    return no('How many rows are new, and their numbers, are not known.', '新增多少行、编号是多少无法确定。');
  if (!isNumbered && rows.some((row) => key.some((name) => !isConstant(valueIn(row, name)))))
    return no('The key of a new row is not written in the statement.', '语句中没有写明新行的主键值。');
  const takeAway = isNumbered
    ? [numberedRows(table, key[0] ?? '', rows.length)]
    : rows.map((row) => writtenRow(table, key, row, dialect));
  const part = { table: nameOf(table), capture: '', takeAway, putBack: [] };
  if (!mayMiss) return { parts: [part], notes: [] };
  const keys = table.indexes.filter(isUniqueIndex);
  const conditions = rows.flatMap((row) => keys.flatMap((index) => conditionOf(index, row, table, dialect)));
  if (conditions.some((condition) => condition === undefined) || conditions.length === 0)
    return no(
      'Which rows are hit by the unique keys cannot be read from the statement.',
      '无法从语句判断唯一键会命中哪些行。',
    );
  const columns = writableColumns(table).map(({ name }) => name);
  const list = columns.map((name) => captured(table, name)).join(', ');
  const capture = `SELECT ${list} FROM ${nameOf(table)} WHERE ${[...new Set(conditions)].join(' OR ')} FOR UPDATE`;
  // One that was changed where it stood is there still.
  const again = columns.map((name) => `${quoteName(name)} = ${placeOf(name)}`).join(', ');
  return {
    parts: [{ ...part, capture, putBack: [`${insertBack(table)} ON DUPLICATE KEY UPDATE ${again}`] }],
    notes: [],
  };
}

/** One statement gets its numbers in one piece; between them are those of other writers of a ring. */
const numberedRows = (table: TableModel, name: string, count: number): string =>
  `DELETE FROM ${nameOf(table)} WHERE ${quoteName(name)} BETWEEN :lastInsertId AND :lastInsertId + ${count - 1} * @@auto_increment_increment AND (${quoteName(name)} - :lastInsertId) % @@auto_increment_increment = 0`;

function writtenRow(table: TableModel, key: readonly string[], row: Row, dialect: Dialect): string {
  const parts = key.map((name) => {
    const value = valueIn(row, name);
    return `${quoteName(name)} = ${value ? printNode(value, dialect) : 'NULL'}`;
  });
  return `DELETE FROM ${nameOf(table)} WHERE ${parts.join(' AND ')}`;
}

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
