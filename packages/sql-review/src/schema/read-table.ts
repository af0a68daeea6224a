import {
  type CheckConstraint,
  type ColumnAttribute,
  type ColumnDefinition,
  type CreateTable,
  type Expression,
  type ForeignKey,
  type IndexDefinition,
  type IndexPart,
  type Node,
  type Partitioning,
  type QualifiedName,
  type Setting,
  type TableElement,
  walk,
} from '@myriad/sql';
import { rememberLast } from '../remember-last.ts';
import type {
  CheckModel,
  ColumnModel,
  ForeignKeyModel,
  IndexModel,
  IndexPartModel,
  PartitionModel,
  TableModel,
} from './table.ts';

/** What a setting says, as a word; `undefined` without one. */
export function settingValue(settings: readonly Node[], name: string): string | undefined {
  const found = settings.findLast((one): one is Setting => one.kind === 'setting' && (one as Setting).name === name);
  return wordOf(found?.value);
}

export function wordOf(value: Node | undefined): string | undefined {
  if (value === undefined) return undefined;
  if ('name' in value && typeof value.name === 'string') return value.name;
  if ('text' in value && typeof value.text === 'string') return value.text;
  return 'value' in value && typeof value.value === 'string' ? value.value : undefined;
}

/** The set a collation belongs to: utf8mb4_0900_ai_ci is one of utf8mb4. */
export function charsetOfCollation(collation: string | undefined): string | undefined {
  if (collation === undefined) return undefined;
  const end = collation.indexOf('_');
  return end === -1 ? collation.toLowerCase() : collation.slice(0, end).toLowerCase();
}

const attributeOf = ({ attributes }: ColumnDefinition, name: string) =>
  attributes.find((part) => part.kind === 'column-attribute' && part.name === name);

export const hasAttribute = (column: ColumnDefinition, ...names: readonly string[]): boolean =>
  names.some((name) => attributeOf(column, name) !== undefined);

export function attributeValue(column: ColumnDefinition, name: string): Node | undefined {
  const part = attributeOf(column, name);
  return part?.kind === 'column-attribute' ? part.value : undefined;
}

export const isPrimaryColumn = (column: ColumnDefinition): boolean => hasAttribute(column, 'PRIMARY KEY', 'KEY');

const isSerial = (column: ColumnDefinition): boolean => column.type?.name === 'SERIAL';

export function readColumn(column: ColumnDefinition): ColumnModel {
  const { name, type, generated } = column;
  const said = attributesOf(column);
  const collation = wordOf(said.get('COLLATE')?.value)?.toLowerCase() ?? type?.collation?.toLowerCase();
  const isKey = said.has('PRIMARY KEY') || said.has('KEY') || isSerial(column);
  const byDefault = said.get('DEFAULT');
  return {
    name: name.name,
    type,
    isNullable: !isKey && !said.has('NOT NULL') && !said.has('AUTO_INCREMENT'),
    hasDefault: byDefault !== undefined,
    defaultValue: byDefault?.value as Expression | undefined,
    isAutoIncrement: said.has('AUTO_INCREMENT') || isSerial(column),
    generated: generated ? (generated.storage ?? 'VIRTUAL') : undefined,
    generatedFrom: generated?.expression,
    isInvisible: said.has('INVISIBLE'),
    setsTimeOnUpdate: said.has('ON UPDATE'),
    charset: type?.charset?.toLowerCase() ?? charsetOfCollation(collation),
    collation,
    comment: wordOf(said.get('COMMENT')?.value),
    ...(said.has('SRID') ? { srid: wordOf(said.get('SRID')?.value) } : {}),
    isCompressed: said.has('COMPRESSED') || (type?.modifiers.includes('COMPRESSED') ?? false),
  };
}

const unsaid: ReadonlyMap<string, ColumnAttribute> = new Map();

/** By name; of one that stands twice the first, as `attributeOf` has it. */
function attributesOf({ attributes }: ColumnDefinition): ReadonlyMap<string, ColumnAttribute> {
  if (attributes.length === 0) return unsaid;
  const said = new Map<string, ColumnAttribute>();
  for (const one of attributes) if (one.kind === 'column-attribute' && !said.has(one.name)) said.set(one.name, one);
  return said;
}

const readPart = (part: IndexPart): IndexPartModel => ({
  column: part.column?.name,
  expression: part.expression,
  length: part.length === undefined ? undefined : Number(part.length.value),
  isDescending: part.direction === 'DESC',
});

export function readIndex(index: Pick<IndexDefinition, 'type' | 'parts' | 'settings'>, name: string): IndexModel {
  const words = index.settings.map(wordOf);
  const isVisible = !words.includes('INVISIBLE') && !words.includes('IGNORED');
  const [comment, parser] = [settingValue(index.settings, 'COMMENT'), settingValue(index.settings, 'WITH PARSER')];
  return { name, type: index.type, parts: index.parts.map(readPart), isVisible, comment, parser };
}

/** The name the server gives: PRIMARY, the constraint's, or the first column's with a number when it is taken. */
export function nameOfIndex(index: IndexDefinition, taken: readonly IndexModel[]): string {
  if (index.type === 'PRIMARY KEY') return 'PRIMARY';
  const given = index.name?.name ?? index.constraint?.name?.name;
  if (given !== undefined) return given;
  const first = index.parts[0]?.column?.name ?? 'functional_index';
  const isTaken = (name: string) => taken.some((one) => one.name.toLowerCase() === name.toLowerCase());
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? first : `${first}_${number}`;
    if (!isTaken(name)) return name;
  }
}

export const readForeignKey = ({ constraint, name, columns, references }: ForeignKey): ForeignKeyModel => ({
  name: constraint?.name?.name ?? name?.name,
  columns: columns.map((column) => column.name),
  schema: references.table.schema?.name,
  table: references.table.name.name,
  foreignColumns: references.columns.map((column) => column.name),
  onDelete: references.onDelete,
  onUpdate: references.onUpdate,
});

export const readCheck = ({ constraint, condition, enforced }: CheckConstraint): CheckModel => ({
  name: constraint?.name?.name,
  condition,
  isEnforced: enforced !== false,
});

export function readPartitions({ by, partitions }: Partitioning): PartitionModel {
  const columns = by.columns.map(({ name }) => name);
  if (by.expression)
    walk(by.expression, (node) => {
      if (node.kind === 'column' && 'name' in node) columns.push((node.name as { name: string }).name);
    });
  return { method: by.method, columns, names: partitions.map(({ name }) => name.name) };
}

export const emptyTable = (name: QualifiedName): TableModel => ({
  schema: name.schema?.name,
  name: name.name.name,
  columns: [],
  indexes: [],
  foreignKeys: [],
  checks: [],
  partitions: undefined,
  engine: undefined,
  rowFormat: undefined,
  charset: undefined,
  collation: undefined,
  comment: undefined,
  settings: {},
  isTemporary: false,
  isWhole: true,
  columnNames: undefined,
});

/** Many rules ask for the same table. */
const readLast = rememberLast(readElements);

export const readTable = (statement: CreateTable): TableModel => readLast(statement, undefined);

function readElements(statement: CreateTable): TableModel {
  const { name, settings, elements, partitioning, temporary, query } = statement;
  const bare: TableModel = {
    ...withSettings(emptyTable(name), settings),
    partitions: partitioning && readPartitions(partitioning),
    isTemporary: temporary,
    isWhole: query === undefined,
  };
  // A key may stand before its columns.
  const isColumn = ({ kind }: TableElement) => kind === 'column-definition';
  const columns = elements.filter((one) => one.kind === 'column-definition');
  // All at once: one by one, each would copy those before it.
  const filled = { ...bare, columns: columns.map(readColumn) };
  return elements.filter((one) => !isColumn(one)).reduce(withElement, columns.reduce(withColumnKeys, filled));
}

export function withSettings(table: TableModel, settings: readonly Node[]): TableModel {
  const collation = settingValue(settings, 'COLLATE')?.toLowerCase();
  const charset = settingValue(settings, 'CHARACTER SET')?.toLowerCase() ?? charsetOfCollation(collation);
  return {
    ...table,
    engine: settingValue(settings, 'ENGINE')?.toUpperCase() ?? table.engine,
    rowFormat: settingValue(settings, 'ROW_FORMAT')?.toUpperCase() ?? table.rowFormat,
    comment: settingValue(settings, 'COMMENT') ?? table.comment,
    charset: charset ?? table.charset,
    collation: collation ?? (charset === undefined ? table.collation : undefined),
    settings: { ...table.settings, ...settingsOf(settings) },
  };
}

const settingsOf = (settings: readonly Node[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    settings
      .filter((one): one is Setting => one.kind === 'setting')
      .map(({ name, value }) => [name.toUpperCase(), wordOf(value)?.toUpperCase() ?? '']),
  );

/** The table with one more column, index, key or check. A primary key makes its columns NOT NULL. */
export function withElement(table: TableModel, element: TableElement): TableModel {
  switch (element.kind) {
    case 'column-definition':
      return withColumnKeys({ ...table, columns: [...table.columns, readColumn(element)] }, element);
    case 'index-definition': {
      const index = readIndex(element, nameOfIndex(element, table.indexes));
      return withNotNull({ ...table, indexes: [...table.indexes, index] }, index);
    }
    case 'foreign-key':
      return { ...table, foreignKeys: [...table.foreignKeys, readForeignKey(element)] };
    case 'check-constraint':
      return { ...table, checks: [...table.checks, readCheck(element)] };
    default:
      return table;
  }
}

function withNotNull(table: TableModel, { type, parts }: IndexModel): TableModel {
  if (type !== 'PRIMARY KEY') return table;
  const names = parts.map(({ column }) => column?.toLowerCase());
  const columns = table.columns.map((column) =>
    names.includes(column.name.toLowerCase()) ? { ...column, isNullable: false } : column,
  );
  return { ...table, columns };
}

const keys: ReadonlySet<string> = new Set(['PRIMARY KEY', 'KEY', 'UNIQUE', 'UNIQUE KEY']);

const isKeyOrCheck = (part: ColumnDefinition['attributes'][number]): boolean =>
  part.kind === 'check-constraint' || (part.kind === 'column-attribute' && keys.has(part.name));

export const mayHaveKeys = (column: ColumnDefinition): boolean =>
  column.attributes.some(isKeyOrCheck) || isSerial(column);

/** PRIMARY KEY, UNIQUE and CHECK that stand at a column. */
export function withColumnKeys(table: TableModel, column: ColumnDefinition): TableModel {
  if (!mayHaveKeys(column)) return table;
  const part: IndexPartModel = {
    column: column.name.name,
    expression: undefined,
    length: undefined,
    isDescending: false,
  };
  const indexes = [...table.indexes];
  const plain = { parts: [part], isVisible: true, comment: undefined, parser: undefined };
  if (isPrimaryColumn(column)) indexes.push({ name: 'PRIMARY', type: 'PRIMARY KEY', ...plain });
  if (hasAttribute(column, 'UNIQUE', 'UNIQUE KEY') || isSerial(column))
    indexes.push({ name: column.name.name, type: 'UNIQUE', ...plain });
  const checks = column.attributes.flatMap((one) => (one.kind === 'check-constraint' ? [readCheck(one)] : []));
  return { ...table, indexes, checks: [...table.checks, ...checks] };
}
