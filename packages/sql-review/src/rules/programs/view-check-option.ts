import { at, defineRule } from '../../rule.ts';

export const viewCheckOption = defineRule({
  id: 'view-check-option',
  grade: 'N',
  theme: 'programs',
  why: {
    en: 'Rows written through a filtered view may not be seen through it without WITH CHECK OPTION.',
    zh: '通过带过滤条件的视图写入的行，没有 WITH CHECK OPTION 时可能在视图中看不到。',
  },
  on: ['create-view'],
  check: ({ query, check, name, algorithm }) => {
    const { body } = query;
    const isUpdatable =
      body.kind === 'select' &&
      body.where &&
      !body.groupBy &&
      !body.distinct &&
      body.from.length === 1 &&
      body.from[0]?.kind === 'named-table' &&
      !query.limit &&
      algorithm !== 'TEMPTABLE' &&
      body.items.every(({ expression }) => expression.kind === 'column');
    return isUpdatable && !check && at(name, 'WITH CHECK OPTION is missing.', '缺少 WITH CHECK OPTION。');
  },
});
