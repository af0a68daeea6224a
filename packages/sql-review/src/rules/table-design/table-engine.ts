import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

export const tableEngine = defineRule({
  id: 'table-engine',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'Only InnoDB has transactions, row locks and crash safety; the others are lost or broken after a crash.',
    zh: '只有 InnoDB 支持事务、行锁和崩溃恢复，其他引擎在崩溃后可能丢失或损坏数据。',
  },
  parameters: { allowed: ['InnoDB'] },
  on: ['setting'],
  check: ({ name, value, start, end }, { statement }, { allowed }) => {
    // A temporary table is lost anyhow.
    if (statement.kind === 'create-table' && statement.temporary) return undefined;
    const engine = wordOf(value);
    return (
      name === 'ENGINE' &&
      engine !== undefined &&
      !allowed.some((one) => isSame(one, engine)) &&
      at({ start, end }, `${engine} is not among the allowed engines.`, `${engine} 不在允许的存储引擎之列。`)
    );
  },
});
