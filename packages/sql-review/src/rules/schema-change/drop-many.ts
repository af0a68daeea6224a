import { at, defineRule } from '../../rule.ts';

export const dropMany = defineRule({
  id: 'drop-many',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'Several tables in one DROP: when it stops half way, some are gone.',
    zh: '一条 DROP 删除多张表：中途失败时部分表已被删除。',
  },
  parameters: { maximum: 1 },
  on: ['drop-table'],
  check: ({ names, temporary }, _, { maximum }) => {
    const extra = names[maximum];
    return (
      !temporary && extra && at(extra, `${names.length} tables are dropped at once.`, `一次删除 ${names.length} 张表。`)
    );
  },
});
