import { at, defineRule } from '../../rule.ts';

export const dmlAffectedRows = defineRule({
  id: 'dml-affected-rows',
  grade: 'E',
  theme: 'change-safety',
  tier: 'explain',
  why: {
    en: 'The change touches more rows than one transaction should.',
    zh: '变更影响的行数超过单个事务的合理范围。',
  },
  parameters: { maximum: 10000 },
  on: ['insert', 'update', 'delete'],
  check: (change, { plan, statement }, { maximum }) => {
    const affected = plan?.affectedRows;
    return (
      change === statement &&
      affected &&
      affected.count > maximum &&
      at(
        change,
        `${affected.isExact ? '' : 'About '}${affected.count} rows are changed; do it in chunks.`,
        `${affected.isExact ? '' : '约'}影响 ${affected.count} 行，请分批执行。`,
      )
    );
  },
});
