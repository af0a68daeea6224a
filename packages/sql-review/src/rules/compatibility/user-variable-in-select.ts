import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

export const userVariableInSelect = defineRule({
  id: 'user-variable-in-select',
  grade: 'N',
  theme: 'compatibility',
  why: {
    en: 'Setting variables inside expressions is deprecated since 8.0.13, and their order was never fixed: use window functions.',
    zh: '在表达式中给变量赋值自 8.0.13 起弃用，执行顺序也不确定：请使用窗口函数。',
  },
  versions: mysqlFrom(80013),
  on: ['binary'],
  check: (node, { statement }) =>
    node.operator === ':=' &&
    node.left.kind === 'user-variable' &&
    statement.kind === 'query' &&
    statement.body.kind === 'select' &&
    statement.body.from.length > 0 &&
    at(node, 'Use a window function or a common table.', '请使用窗口函数或 CTE。'),
});
