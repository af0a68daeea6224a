import { at, defineRule } from '../../rule.ts';
import { isConstant } from '../../tree/grouping.ts';

export const groupByConstant = defineRule({
  id: 'group-by-constant',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'Grouping by a constant makes one group of everything.',
    zh: '按常量分组会把所有行合为一组。',
  },
  on: ['group-by'],
  check: ({ items }) =>
    items
      .filter(
        ({ expression }) => isConstant(expression) && !(expression.kind === 'literal' && expression.type === 'integer'),
      )
      .map((item) => at(item, 'Groups by a constant.', '按常量分组。')),
});
