import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';
import { mysqlFrom } from '../../versions.ts';

export const indexFunctionalColumn = defineRule({
  id: 'index-functional-column',
  grade: 'E',
  theme: 'indexes',
  why: {
    en: 'A functional key part is an expression: a column alone in brackets is refused (error 3761).',
    zh: '函数索引的键部分必须是表达式：括号内只写列名会被拒绝（错误 3761）。',
  },
  versions: mysqlFrom(80013),
  on: ['index-part'],
  check: (part) =>
    part.expression &&
    bare(part.expression).kind === 'column' &&
    at(part, 'A column in brackets is refused: leave the brackets out.', '括号内不能只有列名：请去掉括号。'),
});
