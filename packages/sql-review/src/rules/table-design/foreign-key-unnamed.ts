import { at, defineRule } from '../../rule.ts';

export const foreignKeyUnnamed = defineRule({
  id: 'foreign-key-unnamed',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'A foreign key without a name gets one from the server, and to drop it one must look that up on each instance.',
    zh: '未命名的外键由服务器自动命名，删除时需要在每个实例上查询名称。',
  },
  on: ['foreign-key'],
  check: ({ constraint, name, references, start }) =>
    !constraint?.name && !name && at({ start, end: references.end }, 'Name the foreign key.', '请为外键命名。'),
});
