import { at, defineRule } from '../../rule.ts';

export const selectRowsOver = defineRule({
  id: 'select-rows-over',
  grade: 'W',
  theme: 'query-shape',
  tier: 'explain',
  why: {
    en: 'A query that reads a table without a key and cuts nothing off gives very many rows to its client.',
    zh: '没有使用索引过滤、又没有限制行数的查询会向客户端返回大量数据。',
  },
  parameters: { maximum: 10000 },
  on: ['statement'],
  check: (statement, { plan }, { maximum }) => {
    if (statement.kind !== 'query' || statement.limit || statement.into || !plan) return undefined;
    const { body } = statement;
    if (body.kind !== 'select' || body.into || body.groupBy) return undefined;
    if (body.items.some(({ expression }) => expression.kind === 'aggregate' && !expression.over)) return undefined;
    const steps = plan.steps.filter(({ selectType }) => selectType === 'SIMPLE' || selectType === 'PRIMARY');
    const rows = steps.reduce((product, step) => (product * step.rows * step.filtered) / 100, 1);
    const hasNoKey = steps.some(({ access }) => access === 'ALL' || access === 'index');
    return (
      steps.length > 0 &&
      hasNoKey &&
      rows > maximum &&
      at(statement, `About ${Math.round(rows)} rows are returned.`, `约返回 ${Math.round(rows)} 行。`)
    );
  },
});
