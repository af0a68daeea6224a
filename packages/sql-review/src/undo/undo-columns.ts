import type { AlterTable, ColumnDefinition, CreateTable, Dialect } from '@myriad/sql';
import { printNode } from '@myriad/sql';
import { changesOfColumn } from '../predict/column-changes.ts';
import { type Difference, renamesOf } from '../predict/list-changes.ts';
import { type ColumnModel, columnNamed } from '../schema/table.ts';
import type { Words } from '../words.ts';
import { quoteName } from './undo.ts';

interface Given {
  readonly create: CreateTable;
  readonly alter: AlterTable;
  readonly difference: Difference;
  readonly dialect: Dialect;
}

export interface Parts {
  readonly actions: readonly string[];
  readonly lost: readonly Words[];
  readonly remains: readonly Words[];
}

/** Columns as they were, each at its old place: said in the old order, so that AFTER finds its neighbour. */
export function undoColumns({ create, alter, difference, dialect }: Given): Parts {
  const { before, after } = difference;
  const renames = renamesOf(alter).columns;
  const nameNow = (old: string) => renames.get(old.toLowerCase()) ?? old;
  const said = saidColumns(alter);
  const actions: string[] = [];
  const lost: Words[] = [];
  const remains: Words[] = [];
  const kept = new Set<string>();
  let previous: ColumnDefinition | undefined;
  for (const column of columnsOf(create)) {
    const old = columnNamed(before, column.name.name);
    const fresh = columnNamed(after, nameNow(column.name.name));
    const place = previous === undefined ? 'FIRST' : `AFTER ${quoteName(previous.name.name)}`;
    previous = column;
    const text = printNode(column, dialect);
    if (fresh === undefined || old === undefined) {
      actions.push(`ADD COLUMN ${text} ${place}`);
      if (column.generated === undefined) lost.push(valuesOf(column.name.name));
      if (old && needsValue(old)) remains.push(needOf(column.name.name));
      continue;
    }
    kept.add(fresh.name.toLowerCase());
    const differs = changesOfColumn(old, fresh, dialect);
    const isTouched = said.has(fresh.name.toLowerCase()) || said.has(old.name.toLowerCase()) || differs.length > 0;
    if (isTouched) actions.push(`CHANGE COLUMN ${quoteName(fresh.name)} ${text} ${place}`);
    if (differs.some(({ kind }) => kind === 'change-type' || kind === 'change-enum' || kind === 'change-charset'))
      lost.push(cutOf(column.name.name));
  }
  const added = after.columns.filter(({ name }) => !kept.has(name.toLowerCase()));
  return { actions: [...added.map(({ name }) => `DROP COLUMN ${quoteName(name)}`), ...actions], lost, remains };
}

const columnsOf = ({ elements }: CreateTable): readonly ColumnDefinition[] =>
  elements.filter((one) => one.kind === 'column-definition');

/** Columns the statement speaks of, by any of their names. */
function saidColumns({ actions }: AlterTable): ReadonlySet<string> {
  const names = actions.flatMap((action) => {
    if (action.kind === 'change-column') return [action.column.name, ...(action.from ? [action.from] : [])];
    return action.kind === 'alter-column' ? [action.name] : [];
  });
  return new Set(names.map(({ name }) => name.toLowerCase()));
}

const noZero: ReadonlySet<string> = new Set([
  'DATE',
  'DATETIME',
  'TIMESTAMP',
  'GEOMETRY',
  'POINT',
  'LINESTRING',
  'POLYGON',
  'GEOMETRYCOLLECTION',
]);

/** Rows that are there have nothing to put into it: zero is no date and no place. */
const needsValue = ({ isNullable, hasDefault, generated, type }: ColumnModel): boolean =>
  !isNullable &&
  !hasDefault &&
  generated === undefined &&
  (noZero.has(type?.name ?? '') || (type?.name.startsWith('MULTI') ?? false));

const needOf = (name: string): Words => ({
  en: `The column ${name} is NOT NULL without a default: rows that are there need a value first.`,
  zh: `列 ${name} 为 NOT NULL 且无默认值，已有行需先补值。`,
});

const valuesOf = (name: string): Words => ({
  en: `The values of the column ${name} are gone: it comes back empty.`,
  zh: `列 ${name} 的数据已丢失，恢复后为空列。`,
});

const cutOf = (name: string): Words => ({
  en: `Values of ${name} that did not fit the new definition stay as they were changed.`,
  zh: `列 ${name} 中不符合新定义而被改动的值无法还原。`,
});
