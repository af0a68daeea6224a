import { at, defineRule } from '../../rule.ts';
import { anyOf, mariadbBefore, mysqlBefore } from '../../versions.ts';

export const indexDescIgnored = defineRule({
  id: 'index-desc-ignored',
  grade: 'W',
  theme: 'indexes',
  why: {
    en: 'DESC in an index is read and left out before MySQL 8.0 and MariaDB 10.8.',
    zh: 'MySQL 8.0、MariaDB 10.8 之前会忽略索引中的 DESC。',
  },
  versions: anyOf(mysqlBefore(80000), mariadbBefore(100800)),
  on: ['index-part'],
  check: (part) => part.direction === 'DESC' && at(part, 'DESC has no effect here.', '此处 DESC 不生效。'),
});
