import { type IndexModel, indexNamed } from '../schema/table.ts';
import type { Limit } from './change.ts';
import { losesClusteredKey } from './clustered-key.ts';
import type { Difference } from './list-changes.ts';
import type { DdlChange } from './predict-change.ts';

export const limit = (forbids: Limit['forbids'], en: string, zh: string): Limit => ({ forbids, words: { en, zh } });

export const has = ({ changes }: Difference, ...kinds: readonly string[]): boolean =>
  changes.some(({ kind }) => kinds.includes(kind));

export const hasFulltext = (indexes: readonly IndexModel[]): boolean => indexes.some(({ type }) => type === 'FULLTEXT');

/** A unique key comes or goes, besides the primary one. */
export const touchesUniqueKey = ({ before, after, changes }: Difference): boolean =>
  changes.some(({ kind, what }) => {
    if (kind === 'drop-index') return indexNamed(before, what)?.type === 'UNIQUE';
    return (kind === 'add-index' || kind === 'add-virtual-index') && indexNamed(after, what)?.type === 'UNIQUE';
  });

/** Tables to which neither server adds columns INSTANT. */
export function tableLimits({ difference: { before }, table }: DdlChange): readonly Limit[] {
  const limits: Limit[] = [];
  if (before.rowFormat === 'COMPRESSED' || before.settings.KEY_BLOCK_SIZE)
    limits.push(
      limit('instant', 'A compressed table takes no INSTANT columns.', '压缩行格式的表不支持 INSTANT 加减列。'),
    );
  if (hasFulltext(before.indexes) || table.hasHiddenDocumentId)
    limits.push(
      limit(
        'instant',
        'A table with FULLTEXT indexes takes no INSTANT columns.',
        '有 FULLTEXT 索引的表不支持 INSTANT 加减列。',
      ),
    );
  return limits;
}

/** What both servers build by a copy only. */
export function keyLimits({ difference, table, dialect }: DdlChange): readonly Limit[] {
  const limits: Limit[] = [];
  if (losesClusteredKey(difference, dialect))
    limits.push(
      limit(
        'inplace',
        'The unique key that stands for a primary key goes: the rows lose their order.',
        '充当主键的唯一键被移除，需要复制整张表。',
      ),
    );
  if (has(difference, 'add-foreign-key') && table.foreignKeyChecks !== 'off')
    limits.push(
      limit(
        'inplace',
        'A foreign key is added in place only with foreign_key_checks = 0.',
        '只有 foreign_key_checks = 0 时才能 INPLACE 添加外键。',
      ),
    );
  if (difference.changes.filter(({ kind }) => kind === 'add-fulltext').length > 1)
    limits.push(limit('inplace', 'Only one FULLTEXT index is built at a time.', '一次只能创建一个 FULLTEXT 索引。'));
  return limits;
}
