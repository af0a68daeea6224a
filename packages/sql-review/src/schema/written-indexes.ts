import type { AlterTable, CreateIndex, CreateTable, IndexPart, Node, QualifiedName, TableElement } from '@myriad/sql';
import { alterModel, inServerOrder } from './alter-model.ts';
import { emptyTable, nameOfIndex, readIndex, readTable, withColumnKeys } from './read-table.ts';
import type { Schema } from './schema.ts';
import { type ColumnModel, columnNamed, type IndexModel, type IndexPartModel, type TableModel } from './table.ts';

export interface WrittenPart {
  /** Where to point: the part, or the column that has the key. */
  readonly place: Node;
  readonly part: IndexPartModel;
  /** As it is once the statement ran; `undefined` where the table is not known. */
  readonly column: ColumnModel | undefined;
}

/** A key that a statement writes: an index of its own, or PRIMARY KEY and UNIQUE at a column. */
export interface WrittenIndex {
  readonly place: Node;
  readonly index: IndexModel;
  readonly parts: readonly WrittenPart[];
}

export interface IndexChange {
  readonly name: QualifiedName;
  /** `undefined`: new, or nobody told us about it. */
  readonly before: TableModel | undefined;
  /** Of a table nobody told us about it has what the statement says, and `isWhole` is false. */
  readonly after: TableModel;
  readonly written: readonly WrittenIndex[];
  /** Indexes that were there before and are there afterwards. */
  readonly kept: readonly IndexModel[];
}

export type IndexingStatement = CreateTable | AlterTable | CreateIndex;

/** Several rules ask for the same statement, all of them with the same schema. */
const read = new WeakMap<
  IndexingStatement,
  { readonly before: TableModel | undefined; readonly change: IndexChange }
>();

/** The keys that CREATE TABLE, ALTER TABLE or CREATE INDEX writes, with the columns they are made of. */
export function readIndexChange(statement: IndexingStatement, schema: Schema): IndexChange {
  const before =
    statement.kind === 'create-table'
      ? undefined
      : schema.tableOf(statement.kind === 'alter-table' ? statement.name : statement.table);
  const known = read.get(statement);
  if (known && known.before === before) return known.change;
  const change = changeOf(statement, before);
  read.set(statement, { before, change });
  return change;
}

function changeOf(statement: IndexingStatement, before: TableModel | undefined): IndexChange {
  if (statement.kind === 'create-table') {
    const after = readTable(statement);
    return { name: statement.name, before, after, kept: [], written: writtenBy(statement.elements, after) };
  }
  const name = statement.kind === 'alter-table' ? statement.name : statement.table;
  const start = before ?? { ...emptyTable(name), isWhole: false };
  if (statement.kind === 'create-index') {
    const index = readIndex(statement, statement.name.name);
    const after = { ...start, indexes: [...start.indexes, index] };
    const written = [{ place: statement, index, parts: partsOf(statement.parts, index, after) }];
    return { name, before, after, kept: start.indexes, written };
  }
  const after = inServerOrder(statement.actions).reduce(alterModel, start);
  const leaving = statement.actions.filter(({ kind }) => kind === 'drop-element' || kind === 'rename-element');
  const elements = statement.actions.flatMap((action): readonly TableElement[] => {
    if (action.kind === 'add-columns') return action.elements;
    if (action.kind === 'add-element') return [action.element];
    return action.kind === 'change-column' ? [action.column] : [];
  });
  const kept = leaving.length === 0 ? start.indexes : leaving.reduce(alterModel, start).indexes;
  return { name, before, after, kept, written: writtenBy(elements, after) };
}

function writtenBy(elements: readonly TableElement[], after: TableModel): readonly WrittenIndex[] {
  return elements.flatMap((element): readonly WrittenIndex[] => {
    if (element.kind === 'index-definition') {
      const index = readIndex(element, nameOfIndex(element, []));
      return [{ place: element, index, parts: partsOf(element.parts, index, after) }];
    }
    if (element.kind !== 'column-definition') return [];
    const { indexes } = withColumnKeys(withoutIndexes, element);
    return indexes.map((index) => ({
      place: element,
      index,
      parts: index.parts.map((part) => ({ place: element.name, part, column: columnNamed(after, element.name.name) })),
    }));
  });
}

const nowhere = { kind: 'identifier', start: 0, end: 0, name: '', quoted: false } as const;
const withoutIndexes = emptyTable({ kind: 'qualified-name', start: 0, end: 0, schema: undefined, name: nowhere });

const partsOf = (places: readonly IndexPart[], { parts }: IndexModel, after: TableModel): readonly WrittenPart[] =>
  parts.map((part, number) => ({
    place: places[number] ?? nowhere,
    part,
    column: part.column === undefined ? undefined : columnNamed(after, part.column),
  }));
