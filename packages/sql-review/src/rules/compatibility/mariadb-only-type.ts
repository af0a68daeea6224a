import { at, defineRule } from '../../rule.ts';
import { isMariadb } from '../../versions.ts';

export const mariadbOnlyType = defineRule({
  id: 'mariadb-only-type',
  grade: 'W',
  theme: 'compatibility',
  why: {
    en: 'UUID, INET4 and INET6 are types of MariaDB: MySQL does not know them.',
    zh: 'UUID、INET4、INET6 是 MariaDB 特有类型，MySQL 不支持。',
  },
  versions: isMariadb,
  on: ['data-type'],
  check: (type) =>
    ['UUID', 'INET4', 'INET6'].includes(type.name) &&
    at(type, `${type.name} is known to MariaDB alone.`, `${type.name} 仅 MariaDB 支持。`),
});
