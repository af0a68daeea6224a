import type {
  AlterAction,
  AlterTable,
  CreateIndex,
  CreateTable,
  IndexPart,
  Node,
  QualifiedName,
  TableElement,
} from '@myriad/sql';
import { rememberLast } from '../remember-last.ts';
import { alterModel, inServerOrder } from './alter-model.ts';
import { emptyTable, mayHaveKeys, nameOfIndex, readIndex, readTable, withColumnKeys } from './read-table.ts';
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
const changeOfLast = rememberLast(changeOf);

/** The keys that CREATE TABLE, ALTER TABLE or CREATE INDEX writes, with the columns they are made of. */
export function readIndexChange(statement: IndexingStatement, schema: Schema): IndexChange {
  if (statement.kind === 'create-table') return changeOfLast(statement, undefined);
  return changeOfLast(statement, schema.tableOf(statement.kind === 'alter-table' ? statement.name : statement.table));
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
  const elements = statement.actions.flatMap((action): readonly TableElement[] => {
    if (action.kind === 'add-columns') return action.elements;
    if (action.kind === 'add-element') return [action.element];
    return action.kind === 'change-column' ? [action.column] : [];
  });
  // Most changes write no index, and most rules ask no further than that.
  let after: TableModel | undefined;
  let kept: readonly IndexModel[] | undefined;
  const afterwards = () => {
    after ??= inServerOrder(statement.actions).reduce(alterModel, start);
    return after;
  };
  return {
    name,
    before,
    written: elements.some(mayWriteIndex) ? writtenBy(elements, afterwards()) : none,
    get after() {
      return afterwards();
    },
    get kept() {
      const isLeaving = ({ kind }: AlterAction) => kind === 'drop-element' || kind === 'rename-element';
      kept ??= statement.actions.filter(isLeaving).reduce(alterModel, start).indexes;
      return kept;
    },
  };
}

const none: readonly WrittenIndex[] = [];

const mayWriteIndex = (element: TableElement): boolean =>
  element.kind === 'index-definition' || (element.kind === 'column-definition' && mayHaveKeys(element));

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
