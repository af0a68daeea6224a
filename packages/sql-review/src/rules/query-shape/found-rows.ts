import { at, defineRule } from '../../rule.ts';

export const foundRows = defineRule({
  id: 'found-rows',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'SQL_CALC_FOUND_ROWS reads all rows in spite of LIMIT, and is deprecated since 8.0.17; a second COUNT(*) is faster and clearer.',
    zh: 'SQL_CALC_FOUND_ROWS 会无视 LIMIT 读取全部行，且自 8.0.17 起已弃用；单独执行 COUNT(*) 更快也更清晰。',
  },
  check: (_, { nodes }) => [
    ...nodes('select')
      .filter(({ options }) => options.includes('SQL_CALC_FOUND_ROWS'))
      .map((select) => at(select, 'SQL_CALC_FOUND_ROWS reads every row.', 'SQL_CALC_FOUND_ROWS 会读取所有行。')),
    ...nodes('call')
      .filter(({ name, schema }) => !schema && name.toUpperCase() === 'FOUND_ROWS')
      .map((call) => at(call, 'Use COUNT(*) instead of FOUND_ROWS().', '请使用 COUNT(*) 代替 FOUND_ROWS()。')),
  ],
});
