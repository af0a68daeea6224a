import { type Expression, walk } from '@myriad/sql';
import { bytesPerCharacter } from '../schema/column-bytes.ts';
import { columnNamed, type IndexModel, isSame, isUniqueIndex, type TableModel } from '../schema/table.ts';
import { sizeOf } from '../tree/calls.ts';
import type { Change, Cost, Limit } from './change.ts';
import { bringsClusteredKey, switchesClusteredKey } from './clustered-key.ts';
import { costOf } from './costs.ts';
import { columnsOfExpression } from './index-changes.ts';
import { has, hasFulltext, keyLimits, limit, tableLimits } from './limits-of-both.ts';
import type { DdlChange } from './predict-change.ts';
import { mixesVirtual, shiftsVirtual, staysInPlaceBesideShift } from './virtual-mariadb.ts';

const instant: Cost = { instant: true, inplace: 'dictionary', lock: 'NONE' };
const dictionary: Cost = { instant: false, inplace: 'dictionary', lock: 'NONE' };
const copy: Cost = { instant: false, inplace: 'never', lock: 'SHARED' };

/** What one change costs on this very table, where that is not what the rules say of its kind. */
export function mariadbCost(change: Change, given: DdlChange): Cost | undefined {
  const own = ownCost(change, given) ?? costOf(change.kind, given.dialect);
  const isMixed =
    definitionKinds.has(change.kind) &&
    has(given.difference, ...optionKinds) &&
    !has(given.difference, 'add-column', 'drop-column', 'move-column', 'allow-null');
  return isMixed && own?.instant ? dictionary : own;
}

function ownCost({ kind, what }: Change, given: DdlChange): Cost | undefined {
  const { before, after } = given.difference;
  if (kind === 'widen-bytes-256' && (before.rowFormat === 'REDUNDANT' || isShort(before, what))) return instant;
  if (kind === 'allow-null' && before.rowFormat === 'REDUNDANT') return { ...instant, inplace: 'rebuild' };
  if (kind === 'generated-virtual' && isIndexed(what, before.indexes)) return copy;
  if (kind === 'add-foreign-key' && feedsStored(given)) return copy;
  if (kind === 'page-compression' && isOtherwise(given, what))
    return { instant: false, inplace: 'rebuild', lock: 'NONE' };
  if (kind === 'change-collation') return collationCost(given, what);
  if (kind === 'widen-charset' && (isPrefixed(what, before.indexes) || isPaddedChar(before, what))) return copy;
  if (kind === 'add-column' && isEachRowsOwn(columnNamed(after, what)?.defaultValue)) return copy;
  if (kind === 'drop-primary-key' && !hasOtherKey(after)) return copy;
  if (kind === 'add-primary-key' && isPromoted(before, after))
    return { instant: false, inplace: 'index', lock: 'NONE' };
  if (kind === 'add-index' && bringsClusteredKey(given.difference, what))
    return { instant: false, inplace: 'rebuild', lock: 'NONE' };
  if (kind === 'drop-index' && switchesClusteredKey(given.difference))
    return { instant: false, inplace: 'rebuild', lock: 'NONE' };
  if (kind === 'add-fulltext' && !hasDocumentId(given)) return { instant: false, inplace: 'rebuild', lock: 'SHARED' };
  return undefined;
}

/** The key's column is what a stored column is computed from. */
const feedsStored = ({ difference: { before, after } }: DdlChange): boolean =>
  after.foreignKeys.some(
    (key) =>
      !before.foreignKeys.includes(key) &&
      before.columns.some(
        ({ generated, generatedFrom }) =>
          generated === 'STORED' &&
          key.columns.some((name) => columnsOfExpression(generatedFrom).has(name.toLowerCase())),
      ),
  );

/** Says something else than the table says already; nothing said is 0. */
const isOtherwise = ({ difference: { before, after } }: DdlChange, what: string): boolean =>
  (before.settings[what] ?? '0') !== (after.settings[what] ?? '0');

/** An index on the column is built again in the new order; what is more than that copies the table. */
function collationCost({ difference: { before, after } }: DdlChange, what: string): Cost | undefined {
  const indexes = [...before.indexes, ...after.indexes].filter((index) => isIndexed(what, [index]));
  if (indexes.length === 0) return undefined;
  const isText = columnNamed(before, what)?.type?.name.endsWith('TEXT') ?? false;
  const isHard = indexes.some(({ type }) => type === 'PRIMARY KEY' || type === 'FULLTEXT');
  return isText || isHard ? copy : { instant: false, inplace: 'index', lock: 'NONE' };
}

const isPrefixed = (name: string, indexes: readonly IndexModel[]): boolean =>
  indexes.some(({ parts }) => parts.some(({ column, length }) => length !== undefined && isSame(column, name)));

/** REDUNDANT rows hold a CHAR in as many bytes as its characters may need. */
const isPaddedChar = (table: TableModel, what: string): boolean =>
  table.rowFormat === 'REDUNDANT' && columnNamed(table, what)?.type?.name === 'CHAR';

const ownOfEachRow: ReadonlySet<string> = new Set([
  'UUID', 'UUID_SHORT', 'UUID_V4', 'UUID_V7', 'SYS_GUID', 'SYSDATE', 'RANDOM_BYTES', 'NEXTVAL',
]); // biome-ignore format: a list

/** A default that is not the same for all rows there are: it names a column, or a function that never answers twice alike. */
function isEachRowsOwn(value: Expression | undefined): boolean {
  if (value === undefined) return false;
  let found = columnsOfExpression(value).size > 0;
  walk(value, (node) => {
    if ('name' in node && typeof node.name === 'string' && ownOfEachRow.has(node.name.toUpperCase())) found = true;
    return undefined;
  });
  return found;
}

/** Options of the table beside these changes take INSTANT from them, unless stored columns come, go or move too. */
const optionKinds = [
  'table-option',
  'table-charset',
  'table-statistics',
  'table-comment',
  'next-auto-increment',
] as const;
const definitionKinds: ReadonlySet<string> = new Set([
  'rename-index',
  'index-visibility',
  'add-foreign-key',
  'drop-foreign-key',
  'rename-column',
  'widen-bytes',
  'widen-bytes-256',
  'widen-charset',
  'extend-enum',
  'change-collation',
]);

/** A unique key that holds no NULL takes the place of the primary key. */
const hasOtherKey = ({ indexes, columns }: TableModel): boolean =>
  indexes.some(
    (index) =>
      isUniqueIndex(index) &&
      index.parts.every(
        ({ column, length }) =>
          length === undefined && columns.some((one) => isSame(one.name, column) && !one.isNullable),
      ),
  );

/** Up to 127 bytes a length of one byte can be read as one of two. */
function isShort(before: TableModel, what: string): boolean {
  const old = columnNamed(before, what);
  const width = old?.type?.name === 'VARBINARY' ? 1 : bytesPerCharacter(old?.charset);
  return (sizeOf(old?.type) ?? 0) * (width ?? 4) <= 127;
}

/** The rows are in the order of a unique key on the same columns already. */
function isPromoted(before: TableModel, after: TableModel): boolean {
  const key = after.indexes.find(({ type }) => type === 'PRIMARY KEY');
  const columns = (index: IndexModel | undefined) => index?.parts.map(({ column }) => column?.toLowerCase()).join();
  return before.indexes.filter(isUniqueIndex).some((index) => columns(index) === columns(key));
}

const isIndexed = (name: string, indexes: readonly IndexModel[]): boolean =>
  indexes.some(({ parts }) =>
    parts.some(
      ({ column, expression }) => isSame(column, name) || columnsOfExpression(expression).has(name.toLowerCase()),
    ),
  );

const hasDocumentId = ({ difference: { before }, table }: DdlChange): boolean =>
  hasFulltext(before.indexes) || table.hasHiddenDocumentId === true || columnNamed(before, 'FTS_DOC_ID') !== undefined;

/** Not by named columns; KEY () is by the primary key itself. */
const isByExpression = ({ partitions }: TableModel): boolean =>
  partitions !== undefined &&
  !partitions.method.endsWith('COLUMNS') &&
  !(partitions.method === 'KEY' && partitions.columns.length > 0);

const keysVirtual = (table: TableModel): boolean =>
  table.indexes.some(({ parts }) =>
    parts.some(({ column }) => column && columnNamed(table, column)?.generated === 'VIRTUAL'),
  );

/** What the table, and the changes taken together, do not allow. */
export function limitsOfMariadb(given: DdlChange): readonly Limit[] {
  const { difference, dialect } = given;
  const { before, after, changes } = difference;
  const limits: Limit[] = [];
  const hasVirtualKey = keysVirtual(before);
  if (has(difference, 'add-column', 'drop-column', 'move-column')) {
    limits.push(...tableLimits(given));
    if (hasVirtualKey)
      limits.push(
        limit(
          'instant',
          'A table with an index on a virtual column takes no INSTANT columns.',
          '虚拟列上有索引的表不支持 INSTANT 加减列。',
        ),
      );
  }
  limits.push(...keyLimits(given));
  if (has(difference, 'add-fulltext') && 'WITH SYSTEM VERSIONING' in before.settings)
    limits.push(
      limit(
        'inplace',
        'A versioned table gets a FULLTEXT index by copying.',
        '系统版本表只能通过 COPY 添加 FULLTEXT 索引。',
      ),
    );
  if (mixesVirtual(difference))
    limits.push(
      limit(
        'inplace',
        'A virtual column is added or dropped in place only by itself.',
        '虚拟列的增删只有单独执行时才能 INPLACE。',
      ),
    );
  const noInstant = limits.some(({ forbids }) => forbids === 'instant');
  const builds = has(difference, 'add-index', 'add-fulltext', 'add-spatial', 'add-virtual-index');
  const rebuilds = changes.some((change) => {
    const cost = mariadbCost(change, given) ?? costOf(change.kind, dialect);
    return cost?.inplace === 'rebuild' && (noInstant || !cost.instant || builds);
  });
  if (shiftsVirtual(difference) && !staysInPlaceBesideShift(difference))
    limits.push(
      limit(
        'inplace',
        'A column is not dropped in place beside options where there are virtual columns.',
        '存在虚拟列时，删列与表选项不能一起 INPLACE。',
      ),
    );
  if (has(difference, 'switch-keys') && changes.length > 1)
    limits.push(
      limit(
        'inplace',
        'DISABLE KEYS beside other changes copies the table.',
        'DISABLE KEYS 与其他变更一起执行会复制整张表。',
      ),
    );
  if (before.partitions && (has(difference, 'add-virtual-column', 'drop-virtual-column') || shiftsVirtual(difference)))
    limits.push(
      limit(
        'inplace',
        'The virtual columns of a partitioned table are changed by copying.',
        '分区表变更虚拟列只能 COPY。',
      ),
    );
  if (isByExpression(before) && has(difference, 'drop-primary-key', 'change-primary-key', 'add-primary-key'))
    limits.push(
      limit(
        'inplace',
        'The primary key of a table partitioned by an expression is changed by copying.',
        '按表达式分区的表变更主键只能 COPY。',
      ),
    );
  const isMade = (...kinds: readonly string[]) =>
    before.columns.some(({ generated }) => generated && kinds.includes(generated));
  if (rebuilds && (shiftsVirtual(difference) || has(difference, 'add-virtual-column')))
    limits.push(
      limit(
        'inplace',
        'A table with virtual columns is not rebuilt in place without one of its columns.',
        '含虚拟列的表删列时无法 INPLACE 重建。',
      ),
    );
  if (has(difference, 'forbid-null') && (isMade('STORED') || hasVirtualKey))
    limits.push(
      limit(
        'inplace',
        'NOT NULL is not set in place where columns are computed.',
        '存在生成列时无法 INPLACE 设置 NOT NULL。',
      ),
    );
  if (rebuilds && after.indexes.filter(({ type }) => type === 'FULLTEXT').length > 1)
    limits.push(limit('inplace', 'Two FULLTEXT indexes cannot be built at once.', '不能同时重建多个 FULLTEXT 索引。'));
  if (keysVirtual(after))
    limits.push(
      limit(
        'concurrent-writes',
        'A rebuild with an index on a virtual column stops writes.',
        '虚拟列上有索引时重建会阻塞写入。',
      ),
    );
  if (after.indexes.some(({ type }) => type === 'SPATIAL' || type === 'FULLTEXT'))
    limits.push(
      limit(
        'concurrent-writes',
        'A rebuild with SPATIAL or FULLTEXT indexes stops writes.',
        '带有 SPATIAL 或 FULLTEXT 索引的重建会阻塞写入。',
      ),
    );
  return limits;
}
