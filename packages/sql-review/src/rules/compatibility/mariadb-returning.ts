import { at, defineRule } from '../../rule.ts';
import { isMariadb } from '../../versions.ts';

export const mariadbReturning = defineRule({
  id: 'mariadb-returning',
  grade: 'N',
  theme: 'compatibility',
  why: {
    en: 'RETURNING is MariaDB’s: the same statement fails on MySQL.',
    zh: 'RETURNING 是 MariaDB 特有语法，在 MySQL 上会报错。',
  },
  versions: isMariadb,
  on: ['insert', 'delete'],
  check: ({ returning: [first] }) => first && at(first, 'MariaDB alone has RETURNING.', '仅 MariaDB 支持 RETURNING。'),
});
