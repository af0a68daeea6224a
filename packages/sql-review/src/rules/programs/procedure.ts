import { at, defineRule } from '../../rule.ts';

export const procedure = defineRule({
  id: 'procedure',
  grade: 'N',
  theme: 'programs',
  why: {
    en: 'Code in the database is versioned, tested and scaled with it, and not with the application.',
    zh: '写在数据库中的代码难以随应用一起做版本管理、测试和扩展。',
  },
  on: ['create-routine'],
  check: ({ name, what }) =>
    at(name, `A stored ${what.toLowerCase()}.`, `创建了存储${what === 'FUNCTION' ? '函数' : '过程'}。`),
});
