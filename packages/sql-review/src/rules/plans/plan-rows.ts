import type { PlanStep } from '../../facts/plan.ts';
import { at, defineRule } from '../../rule.ts';

export const planRows = defineRule({
  id: 'plan-rows',
  grade: 'E',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'The plan looks at more rows than an application should wait for.',
    zh: '执行计划需要检查的行数过多。',
  },
  parameters: { maximum: 1000000 },
  on: ['statement'],
  check: (statement, { plan }, { maximum }) => {
    const rows = Math.round(rowsExamined(plan?.steps ?? []));
    return rows > maximum && at(statement, `About ${rows} rows are looked at.`, `约需检查 ${rows} 行。`);
  },
});

/**
 * Tables of one SELECT are read inside each other, as often as rows come through those before; SELECTs of one statement
 * one after the other, but for dependent ones, which run for each row of the first.
 */
function rowsExamined(steps: readonly PlanStep[]): number {
  const selects = new Map<number, PlanStep[]>();
  for (const step of steps) selects.set(step.id, [...(selects.get(step.id) ?? []), step]);
  const [outer] = selects.values();
  const runs = outer?.reduce((all, step) => all * comesThrough(step), 1) ?? 1;
  return [...selects.values()].reduce((sum, own) => {
    const isDependent = own !== outer && own.some(({ selectType }) => selectType.startsWith('DEPENDENT'));
    return sum + readsOf(own) * (isDependent ? Math.max(1, runs) : 1);
  }, 0);
}

function readsOf(steps: readonly PlanStep[]): number {
  let [times, reads] = [1, 0];
  for (const step of steps) {
    reads += times * Math.max(1, step.rows);
    times *= Math.max(1, comesThrough(step));
  }
  return reads;
}

const comesThrough = ({ rows, filtered }: PlanStep): number => (Math.max(1, rows) * filtered) / 100;
