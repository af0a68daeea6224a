import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

export const exclamationNot = defineRule({
  id: 'exclamation-not',
  grade: 'N',
  theme: 'compatibility',
  why: {
    en: 'The operator ! is deprecated since 8.0.17: NOT says the same, and binds as people expect.',
    zh: '! 运算符自 8.0.17 起弃用：请使用 NOT。',
  },
  versions: mysqlFrom(80017),
  on: ['unary'],
  check: (node) => node.operator === '!' && at(node, 'Write NOT.', '请写成 NOT。'),
});
