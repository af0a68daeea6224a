import { at, defineRule } from '../../rule.ts';

export const orderByForbidden = defineRule({
  id: 'order-by-forbidden',
  grade: 'N',
  off: true,
  theme: 'query-shape',
  why: {
    en: 'Where the application sorts, the server need not.',
    zh: '由应用负责排序的环境中，数据库无需再排序。',
  },
  on: ['query', 'update', 'delete'],
  check: ({ orderBy: [first] }) => first && at(first, 'ORDER BY is not wanted here.', '此处不允许使用 ORDER BY。'),
});
