import { at, defineRule } from '../../rule.ts';

export const alterOrderBy = defineRule({
  id: 'alter-order-by',
  grade: 'N',
  theme: 'schema-change',
  why: {
    en: 'ALTER TABLE … ORDER BY sorts the rows once: InnoDB keeps them by the primary key.',
    zh: 'ALTER TABLE … ORDER BY 只排序一次：InnoDB 始终按主键存储。',
  },
  on: ['alter-order'],
  check: (action) => at(action, 'Without effect in InnoDB.', '对 InnoDB 无效。'),
});
