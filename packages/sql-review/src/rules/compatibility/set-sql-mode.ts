import { at, defineRule } from '../../rule.ts';
import { variableName } from '../../tree/settings.ts';

export const setSqlMode = defineRule({
  id: 'set-sql-mode',
  grade: 'W',
  theme: 'compatibility',
  why: {
    en: 'Another sql_mode gives the same statements another meaning: values that were refused are bent to fit.',
    zh: '修改 sql_mode 会改变语句含义：原本会报错的数据可能被强行转换后写入。',
  },
  on: ['set-variable'],
  check: (item) =>
    variableName(item) === 'sql_mode' &&
    item.value.kind === 'literal' &&
    at(item, 'sql_mode changes what the following statements mean.', 'sql_mode 会改变后续语句的含义。'),
});
