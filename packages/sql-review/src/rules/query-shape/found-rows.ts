import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';

export const foundRows = defineRule({
  id: 'found-rows',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'SQL_CALC_FOUND_ROWS reads all rows in spite of LIMIT, and is deprecated in MySQL since 8.0.17; a second COUNT(*) is faster and clearer.',
    zh: 'SQL_CALC_FOUND_ROWS 会无视 LIMIT 读取全部行，且在 MySQL 中自 8.0.17 起已弃用；单独执行 COUNT(*) 更快也更清晰。',
  },
  on: ['select', 'call'],
  check: (node) => {
    if (node.kind === 'select')
      return (
        node.options.includes('SQL_CALC_FOUND_ROWS') &&
        at(node, 'SQL_CALC_FOUND_ROWS reads every row.', 'SQL_CALC_FOUND_ROWS 会读取所有行。')
      );
    return (
      isCallOf(node, 'FOUND_ROWS') &&
      at(node, 'Use COUNT(*) instead of FOUND_ROWS().', '请使用 COUNT(*) 代替 FOUND_ROWS()。')
    );
  },
});
