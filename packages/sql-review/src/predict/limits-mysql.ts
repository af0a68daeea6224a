import type { Dialect } from '@myriad/sql';
import { columnNamed, type IndexModel, isSame, type TableModel } from '../schema/table.ts';
import { stringIn } from '../tree/calls.ts';
import type { Change, Cost, Limit } from './change.ts';
import { bringsClusteredKey } from './clustered-key.ts';
import { costOf } from './costs.ts';
import { columnsOfExpression } from './index-changes.ts';
import { has, hasFulltext, keyLimits, limit, tableLimits } from './limits-of-both.ts';
import type { Difference } from './list-changes.ts';
import type { DdlChange } from './predict-change.ts';
import { virtualLimits } from './virtual-mysql.ts';

type Given = DdlChange;

/** 64 in 8.0.29 and later, 255 from 9.1 on. */
export const mostRowVersions = ({ versionNumber }: Dialect): number => (versionNumber >= 90_100 ? 255 : 64);

/** What one change costs on this very table, where that is not what the rules say of its kind. */
export function mysqlCost({ kind, what }: Change, given: DdlChange): Cost | undefined {
  const { difference } = given;
  const { after } = difference;
  if (kind === 'add-index' && bringsClusteredKey(difference, what))
    return { instant: false, inplace: 'rebuild', lock: 'NONE' };
  // Converted with the table the values keep their numbers; said again in letters the other set writes otherwise, they do not.
  if (kind === 'change-enum-charset' && !has(difference, 'convert-charset') && !hasPlainValues(after, what))
    return { instant: false, inplace: 'never', lock: 'SHARED' };
  if (kind === 'add-fulltext' && bringsDocumentId(given)) return { instant: false, inplace: 'rebuild', lock: 'SHARED' };
  // The order of columns changes along with columns that come or go.
  if (kind === 'move-column' && given.dialect.versionNumber >= 80_029 && has(difference, 'add-column', 'drop-column'))
    return { instant: true, inplace: 'rebuild', lock: 'NONE' };
  // The keys of other tables name the column.
  if (
    kind === 'rename-column' &&
    difference.before.columns.some(({ name }) => isReferenced(given, name) && !columnNamed(after, name))
  )
    return { instant: false, inplace: 'dictionary', lock: 'NONE' };
  if (kind === 'drop-virtual-column' && isFollowed(difference, what) && !has(difference, 'add-column', 'drop-column'))
    return { instant: false, inplace: 'dictionary', lock: 'NONE' };
  if (recodings.has(kind) && has(difference, 'convert-charset') && !isVarchar(after, what))
    return { instant: false, inplace: 'rebuild', lock: 'SHARED' };
  return undefined;
}

/** The bytes of values stay; what they mean, or how they are ordered, changes. */
const recodings: ReadonlySet<string> = new Set(['change-collation', 'widen-charset']);

const isVarchar = (table: TableModel, what: string): boolean => columnNamed(table, what)?.type?.name === 'VARCHAR';

/** In ASCII, which every set begins with. */
const hasPlainValues = (table: TableModel, what: string): boolean =>
  columnNamed(table, what)?.type?.values.every((value) => /^[\x20-\x7e]*$/.test(stringIn(value) ?? '\u0000')) ?? false;

const isReferenced = ({ table }: DdlChange, name: string): boolean =>
  table.referencedColumns?.includes(name.toLowerCase()) ?? false;

/** Another virtual column stands behind it, perhaps the hidden one of an index on an expression. */
function isFollowed({ before }: Difference, what: string): boolean {
  if (before.indexes.some(({ parts }) => parts.some(({ expression }) => expression))) return true;
  const own = before.columns.findIndex(({ name }) => isSame(name, what));
  return before.columns.slice(own + 1).some(({ generated }) => generated === 'VIRTUAL');
}

/** What the table, and the changes taken together, do not allow. */
export function limitsOfMysql(given: Given): readonly Limit[] {
  return [...instantLimits(given), ...inplaceLimits(given), ...lockLimits(given)];
}

/** What keeps columns from being added or dropped INSTANT. */
export function instantLimits(given: Given): readonly Limit[] {
  const { difference, table, dialect } = given;
  const { before, after } = difference;
  const limits: Limit[] = [];
  const movesRows = has(difference, 'add-column', 'drop-column');
  if (movesRows) {
    limits.push(...tableLimits(given));
    if ((table.rowVersions ?? 0) >= mostRowVersions(dialect))
      limits.push(
        limit(
          'instant',
          `All ${mostRowVersions(dialect)} row versions are used.`,
          `${mostRowVersions(dialect)} 个行版本已用完。`,
        ),
      );
    const isLast =
      after.columns.slice(before.columns.length).length === after.columns.length - before.columns.length &&
      before.columns.every((column, at) => isSame(after.columns[at]?.name, column.name));
    if (dialect.versionNumber < 80_029 && has(difference, 'add-column') && !isLast)
      limits.push(
        limit('instant', 'Before 8.0.29 only a last column is added INSTANT.', '8.0.29 之前只能在末尾 INSTANT 加列。'),
      );
  }
  return limits;
}

function inplaceLimits(given: Given): readonly Limit[] {
  const { difference, table } = given;
  const { before, after, changes } = difference;
  const limits: Limit[] = [...virtualLimits(difference)];
  limits.push(...keyLimits(given));
  if (has(difference, 'switch-keys') && changes.length > 1)
    limits.push(
      limit(
        'inplace',
        'DISABLE KEYS beside other changes copies the table.',
        'DISABLE KEYS 与其他变更一起执行会复制整张表。',
      ),
    );
  if (before.isTemporary) limits.push(limit('inplace', 'A temporary table is always copied.', '临时表始终使用 COPY。'));
  if (has(difference, 'forbid-null') && table.isStrict === false)
    limits.push(
      limit(
        'inplace',
        'NOT NULL is set in place only in strict sql_mode.',
        '只有严格 sql_mode 下才能 INPLACE 设置 NOT NULL。',
      ),
    );
  const recoded = changes
    .filter(({ kind }) => kind === 'change-collation' || kind === 'widen-charset')
    .map(({ what }) => what);
  if (recoded.some((name) => isIndexed(name, before.indexes) || isIndexed(name, after.indexes)))
    limits.push(
      limit('inplace', 'The column is in an index, whose order changes.', '该列在索引中，排序规则变化需重建。'),
    );
  if (addsExpressionDefault(difference))
    limits.push(
      limit('inplace', 'The default is an expression: each row gets its own value.', '默认值是表达式，需要逐行计算。'),
    );
  if (
    hasDocumentId(given) &&
    rebuildsRows(given) &&
    after.indexes.some(({ type }) => type === 'FULLTEXT' || type === 'SPATIAL')
  )
    limits.push(
      limit(
        'inplace',
        'A table with a FULLTEXT index is not rebuilt in place.',
        '有 FULLTEXT 索引的表不能 INPLACE 重建。',
      ),
    );
  return limits;
}

/** The engine keeps a number for each row that FULLTEXT indexes point to; the first of them brings it. */
const hasDocumentId = ({ difference: { before }, table }: Given): boolean =>
  hasFulltext(before.indexes) || table.hasHiddenDocumentId === true;

export const bringsDocumentId = (given: Given): boolean =>
  has(given.difference, 'add-fulltext') && !hasDocumentId(given) && !columnNamed(given.difference.before, 'FTS_DOC_ID');

const rebuildsRows = (given: Given): boolean =>
  given.difference.changes.some(
    (change) =>
      costOf(change.kind, given.dialect)?.inplace === 'rebuild' ||
      (change.kind === 'add-index' && bringsClusteredKey(given.difference, change.what)),
  );

const isIndexed = (name: string, indexes: readonly IndexModel[]): boolean =>
  indexes.some(({ parts }) =>
    parts.some(
      ({ column, expression }) => isSame(column, name) || columnsOfExpression(expression).has(name.toLowerCase()),
    ),
  );

function addsExpressionDefault({ changes, after }: Difference): boolean {
  return changes.some(({ kind, what }) => {
    const value =
      kind === 'add-column' || kind === 'add-auto-increment' ? columnNamed(after, what)?.defaultValue : undefined;
    return value?.kind === 'parenthesised';
  });
}

function lockLimits({ difference }: Given): readonly Limit[] {
  const { after, changes } = difference;
  if (changes.some(({ kind, what }) => recodings.has(kind) && !isVarchar(after, what)))
    return [
      limit(
        'concurrent-writes',
        'A rebuild stops writes while a CHAR or TEXT column gets another collation.',
        'CHAR 或 TEXT 列更换排序规则时，重建会阻塞写入。',
      ),
    ];
  if (after.indexes.some(({ type }) => type === 'SPATIAL' || type === 'FULLTEXT'))
    return [
      limit(
        'concurrent-writes',
        'A rebuild with SPATIAL or FULLTEXT indexes stops writes.',
        '带有 SPATIAL 或 FULLTEXT 索引的重建会阻塞写入。',
      ),
    ];
  return [];
}
