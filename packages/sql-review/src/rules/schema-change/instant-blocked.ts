import type { AlterTable } from '@myriad/sql';
import { blockedInstant } from '../../predict/blocked-instant.ts';
import { defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

export const instantBlocked = defineRule({
  id: 'instant-blocked',
  grade: 'W',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'The table cannot take INSTANT columns: it is compressed, or has a FULLTEXT index; it is rebuilt.',
    zh: '该表不支持 INSTANT 加列（压缩行格式或有 FULLTEXT 索引），会重建表。',
  },
  versions: mysqlFrom(80012),
  on: ['add-columns'],
  check: (action, context) => {
    const alter = context.parentOf(action);
    const [reason] = alter?.kind === 'alter-table' ? blockedInstant(alter as AlterTable, context) : [];
    return reason && { start: action.start, end: action.end, message: reason };
  },
});
