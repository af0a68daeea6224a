import { at, defineRule } from '../../rule.ts';

export const placeholdersMany = defineRule({
  id: 'placeholders-many',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'A prepared statement has at most 65,535 parameters, and each number of them is another statement to caches and digests.',
    zh: '预处理语句最多 65,535 个参数；参数个数不同就是不同的语句，缓存和统计都无法合并。',
  },
  parameters: { maximum: 500 },
  on: ['statement'],
  check: (statement, { nodes }, { maximum }) => {
    const count = nodes('parameter').length;
    return count > maximum && at(statement, `${count} parameters.`, `共 ${count} 个参数。`);
  },
});
