import type { AddColumns, AlterTable } from '@myriad/sql';
import { blockedInstant } from '../../predict/blocked-instant.ts';
import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';
import type { Words } from '../../words.ts';

export const instantBlocked = defineRule({
  id: 'instant-blocked',
  grade: 'W',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'The table cannot take this column INSTANT: it is compressed, temporary or has a FULLTEXT index, or the column is STORED; it is rebuilt.',
    zh: '该变更无法 INSTANT 加列（压缩行格式、临时表、有 FULLTEXT 索引，或为 STORED 列），会重建表。',
  },
  versions: mysqlFrom(80012),
  on: ['add-columns'],
  check: (action, context) => {
    const alter = context.parentOf(action);
    if (alter?.kind !== 'alter-table') return undefined;
    const [reason] = [...blockedColumns(action), ...blockedInstant(alter as AlterTable, context)];
    const isTemporary = context.schema.tableOf((alter as AlterTable).name)?.isTemporary;
    if (isTemporary) return at(action, 'The table is a temporary one.', '该表是临时表。');
    return reason && { start: action.start, end: action.end, message: reason };
  },
});

/** What has to be reckoned for each row is written into each row. */
const blockedColumns = ({ elements }: AddColumns): readonly Words[] =>
  elements.some((element) => element.kind === 'column-definition' && element.generated?.storage === 'STORED')
    ? [{ en: 'A STORED column is written into every row.', zh: 'STORED 生成列需要写入每一行。' }]
    : [];
