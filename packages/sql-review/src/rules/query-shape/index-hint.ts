import { at, defineRule } from '../../rule.ts';

export const indexHint = defineRule({
  id: 'index-hint',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A hint fixes today’s plan: when data or indexes change it stays, and a dropped index makes the statement fail.',
    zh: '提示会固定当前的执行计划：数据或索引变化后它依然生效，索引被删除时语句会直接报错。',
  },
  on: ['index-hint'],
  check: (hint) =>
    at(hint, `${hint.action} INDEX overrides the optimizer.`, `${hint.action} INDEX 覆盖了优化器的选择。`),
});
