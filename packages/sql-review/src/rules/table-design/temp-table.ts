import { at, defineRule } from '../../rule.ts';

export const tempTable = defineRule({
  id: 'temp-table',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'A temporary table belongs to its session: a pool hands the session on, and replication may not see it.',
    zh: '临时表属于会话：使用连接池时会被下一个使用者继承，复制时也可能缺失。',
  },
  on: ['create-table'],
  check: ({ temporary, name }) => temporary && at(name, 'A temporary table.', '使用了临时表。'),
});
