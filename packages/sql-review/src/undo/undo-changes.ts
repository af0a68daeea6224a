import { type Delete, type Dialect, type NamedTable, printNode, type Update } from '@myriad/sql';
import { columnNamed, isSame, type TableModel } from '../schema/table.ts';
import { calledOf, factorsOf } from '../tree/tables.ts';
import type { Words } from '../words.ts';
import {
  captured,
  type DmlGiven,
  type DmlUndo,
  type DmlUndoPart,
  insertBack,
  type KeyedTable,
  keyedTable,
  nameOf,
  no,
  placeOf,
  whereKey,
  writableColumns,
} from './dml-parts.ts';
import { quoteName } from './undo.ts';

/** One of the tables that an UPDATE or DELETE changes, as it is called there. */
interface Target extends KeyedTable {
  readonly called: string;
  /** Those it sets; of DELETE all. */
  readonly columns: readonly string[];
}

/** UPDATE and DELETE, of one table or of several that are joined. */
export function undoChanges(statement: Update | Delete, given: DmlGiven): DmlUndo {
  const targets = statement.kind === 'update' ? targetsOfUpdate(statement, given) : targetsOfDelete(statement, given);
  if ('impossible' in targets) return targets;
  const names = targets.map(({ table }) => nameOf(table));
  if (new Set(names).size < names.length)
    return no('A table is changed under two names at once.', '同一张表以两个别名同时被修改。');
  const isJoined = factorsOf(statement.tables).length > 1;
  if (isJoined && statement.limit)
    return no(
      'LIMIT chooses among joined rows: which ones is not known.',
      'LIMIT 作用于连接后的行，无法确定是哪些行。',
    );
  const parts = targets.map((target) => partOf(statement, target, isJoined, given.dialect));
  return { parts: inOrder(parts, targets), notes: [] };
}

type Found = readonly Target[] | { readonly impossible: Words };

const named = (statement: Update | Delete): readonly NamedTable[] =>
  factorsOf(statement.tables).filter((one) => one.kind === 'named-table');

function targetsOfUpdate(statement: Update, given: DmlGiven): Found {
  const tables = named(statement);
  const [only] = tables;
  const isSingle = factorsOf(statement.tables).length === 1;
  const sets = new Map<NamedTable, string[]>();
  for (const { target } of statement.assignments) {
    if (target.kind !== 'column') return no('What is set is not a column.', '赋值目标不是列。');
    const of = isSingle ? only : ownerOf(target.name.name, target.table?.name, tables, given);
    if (of === undefined)
      return no(`Whose column ${target.name.name} is cannot be told.`, `无法判断列 ${target.name.name} 属于哪张表。`);
    sets.set(of, [...(sets.get(of) ?? []), target.name.name]);
  }
  const found: Target[] = [];
  for (const [one, columns] of sets) {
    const keyed = keyedTable(one.name, { ...statement, assignments: assignmentsOf(statement, columns) }, given);
    if ('impossible' in keyed) return keyed;
    const own = keyed.table.columns.filter(
      ({ setsTimeOnUpdate, name }) => setsTimeOnUpdate && !columns.some((column) => isSame(column, name)),
    );
    const all = [...new Set([...columns, ...own.map(({ name }) => name)])].flatMap((name) => {
      const column = columnNamed(keyed.table, name);
      return column && column.generated === undefined ? [column.name] : [];
    });
    found.push({ ...keyed, called: calledIn(one), columns: all });
  }
  return found;
}

const assignmentsOf = ({ assignments }: Update, columns: readonly string[]) =>
  assignments.filter(({ target }) => target.kind === 'column' && columns.includes(target.name.name));

function ownerOf(
  column: string,
  prefix: string | undefined,
  tables: readonly NamedTable[],
  { schema }: DmlGiven,
): NamedTable | undefined {
  if (prefix !== undefined) return tables.find((one) => isSame(calledIn(one), prefix));
  if (tables.some(({ name }) => !schema.tableOf(name)?.isWhole)) return undefined;
  const owners = tables.filter(({ name }) => {
    const table = schema.tableOf(name);
    return table && columnNamed(table, column);
  });
  return owners.length === 1 ? owners[0] : undefined;
}

function targetsOfDelete(statement: Delete, given: DmlGiven): Found {
  const tables = named(statement);
  const chosen =
    statement.form === 'from' || statement.form === 'using'
      ? statement.targets.map(({ name }) => tables.find((one) => isSame(calledOf(one), name.name)))
      : tables.slice(0, 1);
  const found: Target[] = [];
  for (const one of chosen) {
    if (one === undefined) return no('What is deleted from is not a table.', '删除目标不是表。');
    const keyed = keyedTable(one.name, statement, given);
    if ('impossible' in keyed) return keyed;
    if (keyed.table.foreignKeys.some(({ table }) => isSame(table, keyed.table.name)))
      return no(
        'Rows of the table point to each other: they come back in an order nobody knows.',
        '表中的行互相引用，恢复顺序无法确定。',
      );
    found.push({ ...keyed, called: calledIn(one), columns: writableColumns(keyed.table).map(({ name }) => name) });
  }
  return found;
}

const calledIn = ({ alias, name }: NamedTable): string => alias?.name ?? name.name.name;

function partOf(statement: Update | Delete, target: Target, isJoined: boolean, dialect: Dialect): DmlUndoPart {
  const { table, key, columns } = target;
  const put = columns.map((name) => `${quoteName(name)} = ${placeOf(name)}`).join(', ');
  const putBack =
    statement.kind === 'update' ? `UPDATE ${nameOf(table)} SET ${put} WHERE ${whereKey(key)}` : insertBack(table);
  return {
    table: nameOf(table),
    capture: captureOf(statement, target, isJoined, dialect),
    takeAway: [],
    putBack: [putBack],
  };
}

/** The same rows, in the same order, up to the same number; other sessions wait. Of a join each row of the table once. */
function captureOf(
  { with: common, tables, where, orderBy, limit }: Update | Delete,
  { table, key, columns, called }: Target,
  isJoined: boolean,
  dialect: Dialect,
): string {
  const print = (node: Parameters<typeof printNode>[0]) => printNode(node, dialect);
  const prefix = isJoined ? `${quoteName(called)}.` : '';
  const list = [...new Set([...key, ...columns])].map((name) => captured(table, name, prefix)).join(', ');
  // An outer join gives rows that are none of this table.
  const isThere = isJoined ? `${prefix}${quoteName(key[0] ?? '')} IS NOT NULL` : '';
  const conditions = [where && (isThere ? `(${print(where)})` : print(where)), isThere].filter(Boolean).join(' AND ');
  return [
    common && print(common),
    `SELECT ${isJoined ? 'DISTINCT ' : ''}${list} FROM ${tables.map(print).join(', ')}`,
    conditions && `WHERE ${conditions}`,
    orderBy.length > 0 && `ORDER BY ${orderBy.map(print).join(', ')}`,
    limit && print(limit),
    'FOR UPDATE',
  ]
    .filter((part) => part)
    .join(' ');
}

/** A table that others of them point to comes back before those. */
function inOrder(parts: readonly DmlUndoPart[], targets: readonly Target[]): readonly DmlUndoPart[] {
  const pointsTo = (from: TableModel, to: TableModel) => from.foreignKeys.some(({ table }) => isSame(table, to.name));
  const left = targets.map(({ table }, at) => ({ table, part: parts[at] }));
  const sorted: DmlUndoPart[] = [];
  while (left.length > 0) {
    const free = left.findIndex(
      ({ table }) => !left.some((other) => other.table !== table && pointsTo(table, other.table)),
    );
    const [next] = left.splice(Math.max(0, free), 1);
    if (next?.part) sorted.push(next.part);
  }
  return sorted;
}
