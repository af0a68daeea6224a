import { type DataType, type Dialect, type Expression, printNode } from '@myriad/sql';
import { bytesPerCharacter } from '../schema/column-bytes.ts';
import { charsetOfCollation } from '../schema/read-table.ts';
import type { ColumnModel, TableModel } from '../schema/table.ts';
import { numberIn, sizeOf, stringIn } from '../tree/calls.ts';
import { bare } from '../tree/conditions.ts';
import { isTextType } from '../tree/keys.ts';
import { plainType } from '../tree/types.ts';
import type { Change } from './change.ts';

/** The column with the set and collation it really has, written out. */
export function withCharset(column: ColumnModel, table: TableModel, dialect: Dialect): ColumnModel {
  // MariaDB keeps JSON as text.
  if (column.type?.name === 'JSON' && dialect.flavour === 'mariadb')
    return { ...column, type: { ...column.type, name: 'LONGTEXT' }, charset: 'utf8mb4', collation: 'utf8mb4_bin' };
  if (!isTextType(column.type)) return { ...column, charset: undefined, collation: undefined };
  const charset = plainCharset(
    column.charset ?? charsetOfCollation(column.collation) ?? charsetOfTable(table, dialect),
  );
  const own =
    plainCharset(charsetOfTable(table, dialect)) === charset && column.charset === undefined
      ? table.collation
      : undefined;
  const collation = plainCharset(column.collation ?? own ?? defaultCollation(charset, dialect));
  return { ...column, charset, collation };
}

export const charsetOfTable = (table: TableModel, { flavour, versionNumber }: Dialect): string =>
  table.charset ??
  (flavour === 'mysql'
    ? versionNumber >= 80_000
      ? 'utf8mb4'
      : 'latin1'
    : versionNumber >= 110_600
      ? 'utf8mb4'
      : 'latin1');

/** `utf8` is `utf8mb3` by its full name. */
const plainCharset = (name: string): string => name.replace(/^utf8(?=_|$)/, 'utf8mb3');

export function defaultCollation(charset: string, { flavour, versionNumber }: Dialect): string {
  if (charset === 'binary') return 'binary';
  if (charset === 'latin1') return 'latin1_swedish_ci';
  if (charset === 'utf8mb4' && flavour === 'mysql' && versionNumber >= 80_000) return 'utf8mb4_0900_ai_ci';
  if (flavour === 'mariadb' && versionNumber >= 110_500 && charset.startsWith('utf8'))
    return `${charset}_uca1400_ai_ci`;
  return charset === 'gbk' || charset === 'gb2312' || charset === 'big5'
    ? `${charset}_chinese_ci`
    : `${charset}_general_ci`;
}

/** What differs in one column that stays. Both with their charsets written out. */
export function changesOfColumn(old: ColumnModel, fresh: ColumnModel, dialect: Dialect): readonly Change[] {
  const kinds: Change['kind'][] = [];
  if (old.name !== fresh.name) kinds.push('rename-column');
  if (old.generated !== fresh.generated) kinds.push('generated-kind');
  else {
    if (fresh.generated && !isSameExpression(old.generatedFrom, fresh.generatedFrom, dialect))
      kinds.push(fresh.generated === 'STORED' ? 'generated-stored' : 'generated-virtual');
    kinds.push(...typeChanges(old, fresh));
  }
  if (old.isNullable !== fresh.isNullable) kinds.push(fresh.isNullable ? 'allow-null' : 'forbid-null');
  if (old.isAutoIncrement !== fresh.isAutoIncrement)
    kinds.push(fresh.isAutoIncrement ? 'auto-increment-on' : 'auto-increment-off');
  if (old.setsTimeOnUpdate !== fresh.setsTimeOnUpdate || !isSameDefault(old, fresh, dialect))
    kinds.push('column-default');
  if ((old.comment ?? '') !== (fresh.comment ?? '')) kinds.push('column-comment');
  if (old.isInvisible !== fresh.isInvisible) kinds.push('column-visibility');
  if (old.isCompressed !== fresh.isCompressed) kinds.push('compress-column');
  return kinds.map((kind) => ({ kind, what: fresh.name }));
}

function typeChanges(old: ColumnModel, fresh: ColumnModel): readonly Change['kind'][] {
  const [from, to] = [old.type, fresh.type];
  if (from === undefined || to === undefined) return ['not-known'];
  const kinds: Change['kind'][] = [];
  if (old.charset !== fresh.charset && isTextType(from) && isTextType(to)) kinds.push(...charsetChanges(old, fresh));
  else if (old.collation !== fresh.collation && isTextType(from) && isTextType(to))
    kinds.push(from.values.length > 0 ? 'change-enum-collation' : 'change-collation');
  if (plainType(from) !== plainType(to)) return [...kinds, 'change-type'];
  if (from.name === 'VARCHAR' || from.name === 'VARBINARY') return [...kinds, ...lengthChange(old, fresh)];
  if (fresh.srid !== undefined && fresh.srid !== old.srid) return [...kinds, 'change-type'];
  if (isSameType(from, to)) return kinds;
  if (from.name === 'ENUM' || from.name === 'SET') return [...kinds, enumChange(from, to)];
  const [before, after] = [sizeOf(from), sizeOf(to)];
  return [...kinds, from.name === 'CHAR' && (after ?? 1) > (before ?? 1) ? 'widen-text' : 'change-type'];
}

/** In bytes: up to 255 the length of a value takes one byte, beyond that two. */
function lengthChange(old: ColumnModel, fresh: ColumnModel): readonly Change['kind'][] {
  const [before, after] = [sizeOf(old.type), sizeOf(fresh.type)];
  const widths = [old, fresh].map(({ type, charset }) => (type?.name === 'VARBINARY' ? 1 : bytesPerCharacter(charset)));
  const [oldWidth, width] = widths;
  if (before === undefined || after === undefined || oldWidth === undefined || width === undefined)
    return ['not-known'];
  if (after < before) return ['change-type'];
  if (before * oldWidth <= 255 && after * width > 255) return ['widen-bytes-256'];
  return after > before ? ['widen-bytes'] : [];
}

function charsetChanges(old: ColumnModel, fresh: ColumnModel): readonly Change['kind'][] {
  if (old.type?.values.length && fresh.type?.values.length) return ['change-enum-charset'];
  if (!isSubset(old.charset, fresh.charset)) return ['change-charset'];
  const orderOf = ({ charset, collation }: ColumnModel) => collation?.slice(charset?.length);
  return orderOf(old) === orderOf(fresh) ? ['widen-charset'] : ['widen-charset', 'change-collation'];
}

const isSubset = (old: string | undefined, fresh: string | undefined): boolean =>
  old === 'utf8mb3' && fresh === 'utf8mb4';

function enumChange(from: DataType, to: DataType): Change['kind'] {
  const [before, after] = [from, to].map(({ values }) => values.map((value) => stringIn(value) ?? ''));
  if (!before?.every((value, at) => after?.[at] === value) || after === undefined) return 'change-enum';
  const bytes = (count: number) => (from.name === 'ENUM' ? (count > 255 ? 2 : 1) : setBytes(count));
  return bytes(before.length) === bytes(after.length) ? 'extend-enum' : 'extend-enum-bytes';
}

const setBytes = (members: number): number => {
  const bytes = Math.ceil(members / 8);
  return bytes > 4 ? 8 : bytes;
};

const wholeNumbers: ReadonlySet<string> = new Set(['TINYINT', 'SMALLINT', 'MEDIUMINT', 'INT', 'BIGINT', 'YEAR']);

/** One way to keep values; the width that is shown of a whole number says nothing of it. */
export function isSameType(a: DataType | undefined, b: DataType | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const name = plainType(a);
  if (name !== plainType(b) || a.unsigned !== b.unsigned || a.zerofill !== b.zerofill) return false;
  if (!isSameList(a.values.map(stringIn), b.values.map(stringIn))) return false;
  return wholeNumbers.has(name) || isSameList(sizesOf(a), sizesOf(b));
}

/** As the server fills them in: DECIMAL is DECIMAL(10,0), CHAR is CHAR(1). */
function sizesOf(type: DataType): readonly (number | undefined)[] {
  const [first, second] = type.sizes.map(numberIn);
  if (plainType(type) === 'DECIMAL') return [first ?? 10, second ?? 0];
  if (type.name === 'CHAR' || type.name === 'BINARY' || type.name === 'BIT') return [first ?? 1];
  return ['DATETIME', 'TIMESTAMP', 'TIME'].includes(type.name) ? [first ?? 0] : [first, second];
}

const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

export function isSameExpression(a: Expression | undefined, b: Expression | undefined, dialect: Dialect): boolean {
  if (a === undefined || b === undefined) return a === b;
  return textOf(a, dialect) === textOf(b, dialect);
}

/** Without quotes, brackets, spaces and case: the server prints an expression in its own way. */
const textOf = (expression: Expression, dialect: Dialect): string =>
  printNode(bare(expression), dialect)
    .replaceAll(/[\s`()]|_utf8mb4|_latin1/g, '')
    .toLowerCase();

function isSameDefault(old: ColumnModel, fresh: ColumnModel, dialect: Dialect): boolean {
  const plain = ({ hasDefault, defaultValue, isNullable }: ColumnModel) => {
    if (defaultValue === undefined) return hasDefault ? '?' : isNullable ? 'null' : '';
    return textOf(defaultValue, dialect).replaceAll("'", '');
  };
  return plain(old) === plain(fresh);
}
