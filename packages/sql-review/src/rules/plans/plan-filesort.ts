import { at, defineRule } from '../../rule.ts';

export const planFilesort = defineRule({
  id: 'plan-filesort',
  grade: 'N',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'The rows are sorted after they are read: an index in the order asked for would save it.',
    zh: '读取后需要额外排序，可通过符合排序顺序的索引避免。',
  },
  parameters: { rows: 1000 },
  on: ['statement'],
  check: (statement, { plan }, { rows }) =>
    plan?.steps
      .filter((step) => step.extra.includes('Using filesort') && step.rows > rows)
      .map((step) =>
        at(
          statement,
          `${step.table}: about ${step.rows} rows are sorted.`,
          `${step.table}：约 ${step.rows} 行需要排序。`,
        ),
      ),
});
