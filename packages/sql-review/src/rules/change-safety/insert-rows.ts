import { at, defineRule } from '../../rule.ts';

export const insertRows = defineRule({
  id: 'insert-rows',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'One INSERT with very many rows is one large event: it holds its locks long and makes replicas lag.',
    zh: '一条 INSERT 行数过多会形成大事务：持锁时间长，并造成从库延迟。',
  },
  parameters: { maximum: 1000 },
  on: ['insert'],
  check: ({ table, rows }, _, { maximum }) =>
    rows.length > maximum &&
    at(table, `${rows.length} rows in one INSERT; split it.`, `一条 INSERT 包含 ${rows.length} 行，请拆分。`),
});
