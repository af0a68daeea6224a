import { at, defineRule } from '../../rule.ts';

export const existsSelectList = defineRule({
  id: 'exists-select-list',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'EXISTS looks at no column: DISTINCT, ORDER BY and GROUP BY inside it are work for nothing.',
    zh: 'EXISTS 不关心查询列：其中的 DISTINCT、ORDER BY 毫无意义。',
  },
  on: ['exists'],
  check: ({ query }) => {
    const { body, orderBy } = query;
    if (orderBy[0] && !query.limit)
      return at(orderBy[0], 'ORDER BY in EXISTS does nothing.', 'EXISTS 中的 ORDER BY 没有作用。');
    return (
      body.kind === 'select' &&
      body.distinct &&
      at(body, 'DISTINCT in EXISTS does nothing.', 'EXISTS 中的 DISTINCT 没有作用。')
    );
  },
});
