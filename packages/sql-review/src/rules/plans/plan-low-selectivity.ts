import { type Context, nameOf } from '../../context.ts';
import type { PlanStep } from '../../facts/plan.ts';
import type { TableStatistics } from '../../facts/statistics.ts';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const planLowSelectivity = defineRule({
  id: 'plan-low-selectivity',
  grade: 'W',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'The index that is used leaves a large part of the table: reading it row by row costs more than it saves.',
    zh: '所用索引区分度过低，命中表中很大一部分数据，逐行回表的代价超过收益。',
  },
  parameters: { rows: 10000, percent: 20 },
  on: ['statement'],
  check: (statement, context, { rows, percent }) =>
    context.plan?.steps.flatMap((step) => {
      const known = statisticsOfStep(step, context);
      if (step.key === undefined || known?.rows === undefined || known.rows <= rows) return [];
      if (['ALL', 'index', 'const', 'system', 'eq_ref'].includes(step.access)) return [];
      const share = Math.round(Math.max(step.rows / known.rows, shareOfOne(step, known)) * 100);
      return share > percent
        ? [
            at(
              statement,
              `${step.table}: ${step.key} leaves about ${share} % of the rows.`,
              `${step.table}：${step.key} 命中约 ${share}% 的行。`,
            ),
          ]
        : [];
    }),
});

/** Of the rows, what one value of the index has where all are alike. */
function shareOfOne({ key, access }: PlanStep, { indexes }: TableStatistics): number {
  const values = indexes?.[key?.toLowerCase() ?? '']?.cardinality;
  return access === 'ref' && values !== undefined && values > 0 ? 1 / values : 0;
}

/** EXPLAIN says the alias. */
function statisticsOfStep({ table }: PlanStep, { nodes, statisticsOf }: Context): TableStatistics | undefined {
  const named = nodes('named-table').find(({ alias, name }) => isSame(alias?.name ?? name.name.name, table));
  return statisticsOf(named ? nameOf(named.name) : { schema: undefined, name: table });
}
