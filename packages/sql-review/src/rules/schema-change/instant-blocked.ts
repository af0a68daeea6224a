import type { AlterTable } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
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
  check: (action, { schema, parentOf }) => {
    const alter = parentOf(action);
    const table = alter?.kind === 'alter-table' ? schema.tableOf((alter as AlterTable).name) : undefined;
    const isBlocked = table?.rowFormat === 'COMPRESSED' || table?.indexes.some(({ type }) => type === 'FULLTEXT');
    return isBlocked && at(action, 'INSTANT is not possible here.', '无法使用 INSTANT。');
  },
});
