import { at, defineRule } from '../../rule.ts';
import { keyColumnsMade } from '../../tree/elements.ts';

export const pkAutoIncrementForbidden = defineRule({
  id: 'pk-auto-increment-forbidden',
  grade: 'W',
  off: true,
  theme: 'table-design',
  why: {
    en: 'Where keys come from the application or an id service, a counter of the server makes keys nobody gave out.',
    zh: '主键由应用或发号服务分配时，自增列会产生未经分配的主键值。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }) =>
    keyColumnsMade(statement, schema)
      .filter(({ column }) => column.isAutoIncrement)
      .map(({ place }) => at(place, 'The primary key counts up by itself.', '主键使用了自增列。')),
});
