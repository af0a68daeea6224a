import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';

export const planNoIndex = defineRule({
  id: 'plan-no-index',
  grade: 'W',
  theme: 'plans',
  tier: 'explain',
  why: {
    en: 'The statement has a filter, and the plan uses no index for it.',
    zh: '语句带有过滤条件，但执行计划没有使用任何索引。',
  },
  parameters: { rows: 1000 },
  on: ['statement'],
  check: (statement, context, { rows }) =>
    hasFilter(context) &&
    context.plan?.steps
      .filter((step) => step.key === undefined && step.rows > rows && !step.table.startsWith('<'))
      .map((step) =>
        step.possibleKeys.length === 0
          ? at(statement, `${step.table}: no index fits this filter.`, `${step.table}：没有符合过滤条件的索引。`)
          : at(
              statement,
              `${step.table}: none of ${step.possibleKeys.join(', ')} is used.`,
              `${step.table}：没有使用 ${step.possibleKeys.join('、')} 中的任何索引。`,
            ),
      ),
});

const hasFilter = ({ nodes }: Context): boolean =>
  [...nodes('select'), ...nodes('update'), ...nodes('delete')].some(({ where }) => where !== undefined) ||
  nodes('join').some(({ on, using }) => on !== undefined || using.length > 0);
