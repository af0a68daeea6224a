import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

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
    en: 'SQL_NO_CACHE, SQL_CACHE, SQL_SMALL_RESULT and their like are leftovers: the query cache is gone in MySQL 8, the others seldom help.',
    zh: 'SQL_NO_CACHE、SQL_CACHE 等是历史遗留选项：MySQL 8 已移除查询缓存，其余选项也很少有用。',
  },
  versions: mysqlFrom(80000),
  on: ['select'],
  check: (select) => {
    const found = select.options.find((one) => old.has(one));
    return found !== undefined && at(select, `${found} is a leftover.`, `${found} 是历史遗留选项。`);
  },
});
