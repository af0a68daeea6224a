import type { AlterAction, ColumnPlace, DataType, Expression, Identifier, TableElement } from '@myriad/sql';
import { bytesPerCharacter } from './column-bytes.ts';
import {
  charsetOfCollation,
  readColumn,
  readPartitions,
  withColumnKeys,
  withElement,
  withSettings,
  wordOf,
} from './read-table.ts';
import { type ColumnModel, type IndexModel, isSame, type TableModel } from './table.ts';

/** CONVERT TO comes last, wherever it stands: what a column says beside it of its set does not hold. */
export const inServerOrder = (actions: readonly AlterAction[]): readonly AlterAction[] =>
  actions.some(({ kind }) => kind === 'convert-charset')
    ? [
        ...actions.filter(({ kind }) => kind !== 'convert-charset'),
        ...actions.filter(({ kind }) => kind === 'convert-charset'),
      ]
    : actions;

/** The table after one action of ALTER TABLE. What changes neither columns nor keys leaves it as it is. */
export function alterModel(table: TableModel, action: AlterAction): TableModel {
  switch (action.kind) {
    case 'add-columns':
      return addColumns(table, action.elements, action.place);
    case 'add-element':
      return withElement(table, action.element);
    case 'change-column':
      return changeColumn(table, action);
    case 'drop-element':
      return dropElement(table, action.what, action.name);
    case 'alter-column':
      return mapColumn(table, action.name.name, (column) => {
        if (action.action === 'SET INVISIBLE') return { ...column, isInvisible: true };
        if (action.action === 'SET VISIBLE') return { ...column, isInvisible: false };
        if (action.action === 'DROP DEFAULT') return { ...column, hasDefault: false, defaultValue: undefined };
        if (action.action !== 'SET DEFAULT') return column;
        return { ...column, hasDefault: true, defaultValue: action.value as Expression | undefined };
      });
    case 'alter-element':
      if (action.what !== 'INDEX') return table;
      return mapIndex(table, action.name.name, (index) => ({
        ...index,
        isVisible: action.to === 'VISIBLE' || action.to === 'NOT IGNORED',
      }));
    case 'rename-element':
      return action.what === 'COLUMN'
        ? renameColumn(table, action.from.name, action.to.name)
        : mapIndex(table, action.from.name, (index) => ({ ...index, name: action.to.name }));
    case 'convert-charset':
      return convertCharset(table, wordOf(action.charset), wordOf(action.collation));
    case 'setting':
      return withSettings(table, [action]);
    case 'partition-action': {
      if (table.partitions === undefined) return table;
      const added = action.partitions.map(({ name }) => name.name);
      const dropped = action.action === 'DROP' || action.action === 'REORGANIZE' ? action.names : [];
      const kept = table.partitions.names.filter((name) => !dropped.some((one) => isSame(one.name, name)));
      return { ...table, partitions: { ...table.partitions, names: [...kept, ...added] } };
    }
    default:
      return table;
  }
}

export function repartition(
  table: TableModel,
  partitioning: Parameters<typeof readPartitions>[0] | undefined,
): TableModel {
  return { ...table, partitions: partitioning && readPartitions(partitioning) };
}

function addColumns(table: TableModel, elements: readonly TableElement[], place: ColumnPlace | undefined): TableModel {
  const known = table.columns;
  const wider = elements.reduce(withElement, table);
  if (place === undefined) return wider;
  const added = wider.columns.slice(known.length);
  return { ...wider, columns: insertAt(known, added, place) };
}

function insertAt(columns: readonly ColumnModel[], added: readonly ColumnModel[], place: ColumnPlace): ColumnModel[] {
  const after = place.after ? columns.findIndex(({ name }) => isSame(name, place.after?.name)) : -1;
  const rest = [...columns];
  rest.splice(place.after && after === -1 ? columns.length : after + 1, 0, ...added);
  return rest;
}

function changeColumn(table: TableModel, action: Extract<AlterAction, { kind: 'change-column' }>): TableModel {
  const old = action.from?.name ?? action.column.name.name;
  const column = readColumn(action.column);
  const renamed = renameColumn(table, old, column.name);
  const isKey = renamed.indexes.some(
    ({ type, parts }) => type === 'PRIMARY KEY' && parts.some((part) => isSame(part.column, column.name)),
  );
  const columns = renamed.columns.map((one) =>
    isSame(one.name, column.name) ? { ...column, isNullable: column.isNullable && !isKey } : one,
  );
  const changed = withColumnKeys({ ...renamed, columns }, action.column);
  if (action.place === undefined) return changed;
  const own = changed.columns.filter(({ name }) => isSame(name, column.name));
  const others = changed.columns.filter(({ name }) => !isSame(name, column.name));
  return { ...changed, columns: insertAt(others, own, action.place) };
}

function renameColumn(table: TableModel, from: string, to: string): TableModel {
  if (from === to) return table;
  const rename = (name: string) => (isSame(name, from) ? to : name);
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, name: rename(column.name) })),
    indexes: table.indexes.map((index) => ({
      ...index,
      parts: index.parts.map((part) => ({ ...part, column: part.column && rename(part.column) })),
    })),
    foreignKeys: table.foreignKeys.map((key) => ({ ...key, columns: key.columns.map(rename) })),
  };
}

function dropElement(table: TableModel, what: string, name: Identifier | undefined): TableModel {
  const isOther = (one: { readonly name: string | undefined }) => !isSame(one.name, name?.name);
  if (what === 'COLUMN') return dropColumn(table, name?.name ?? '');
  if (what === 'PRIMARY KEY') return { ...table, indexes: table.indexes.filter(({ type }) => type !== 'PRIMARY KEY') };
  if (what === 'INDEX') return { ...table, indexes: table.indexes.filter(isOther) };
  if (what === 'FOREIGN KEY') return { ...table, foreignKeys: table.foreignKeys.filter(isOther) };
  if (what === 'CHECK') return { ...table, checks: table.checks.filter(isOther) };
  if (what !== 'CONSTRAINT') return table;
  return {
    ...table,
    indexes: table.indexes.filter((index) => isOther(index) || index.type === 'INDEX'),
    foreignKeys: table.foreignKeys.filter(isOther),
    checks: table.checks.filter(isOther),
  };
}

/** A dropped column leaves its indexes; an index without columns goes with its last one. */
function dropColumn(table: TableModel, name: string): TableModel {
  const indexes = table.indexes
    .map((index) => ({ ...index, parts: index.parts.filter(({ column }) => !isSame(column, name)) }))
    .filter(({ parts }) => parts.length > 0);
  return { ...table, columns: table.columns.filter((column) => !isSame(column.name, name)), indexes };
}

function convertCharset(table: TableModel, charset: string | undefined, collation: string | undefined): TableModel {
  const own = { charset: charset?.toLowerCase() ?? charsetOfCollation(collation), collation: collation?.toLowerCase() };
  const columns = table.columns.map((column) => {
    const { type } = column;
    if (!type || !isText(type.name)) return column;
    const [old, fresh] = [bytesPerCharacter(column.charset ?? table.charset), bytesPerCharacter(own.charset)];
    const grown = old !== undefined && fresh !== undefined && fresh > old ? roomier[type.name] : undefined;
    return { ...column, ...own, type: grown === undefined ? type : { ...type, name: grown } };
  });
  return { ...table, ...own, columns };
}

/** What a text becomes whose characters take more bytes: it must hold as many of them as before. */
const roomier: Readonly<Record<string, DataType['name']>> = {
  TINYTEXT: 'TEXT',
  TEXT: 'MEDIUMTEXT',
  MEDIUMTEXT: 'LONGTEXT',
};

const isText = (type: string): boolean =>
  type.includes('CHAR') || type.includes('TEXT') || type === 'ENUM' || type === 'SET';

const mapColumn = (table: TableModel, name: string, change: (column: ColumnModel) => ColumnModel): TableModel => ({
  ...table,
  columns: table.columns.map((column) => (isSame(column.name, name) ? change(column) : column)),
});

const mapIndex = (table: TableModel, name: string, change: (index: IndexModel) => IndexModel): TableModel => ({
  ...table,
  indexes: table.indexes.map((index) => (isSame(index.name, name) ? change(index) : index)),
});
