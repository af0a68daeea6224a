import { at, defineRule } from '../../rule.ts';

const old: ReadonlySet<string> = new Set([
  'SQL_NO_CACHE',
  'SQL_CACHE',
  'SQL_SMALL_RESULT',
  'SQL_BIG_RESULT',
  'SQL_BUFFER_RESULT',
  'HIGH_PRIORITY',
]);

export const selectOptionOld = defineRule({
  id: 'select-option-old',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'SQL_NO_CACHE, SQL_CACHE, SQL_SMALL_RESULT and their like are leftovers: the query cache is gone in MySQL 8 and off elsewhere, the others seldom help.',
    zh: 'SQL_NO_CACHE、SQL_CACHE 等是历史遗留选项：查询缓存在 MySQL 8 中已移除、在其他版本中默认关闭，其余选项也很少有用。',
  },
  on: ['select'],
  check: (select) => {
    const found = select.options.find((one) => old.has(one));
    return found !== undefined && at(select, `${found} is a leftover.`, `${found} 是历史遗留选项。`);
  },
});
