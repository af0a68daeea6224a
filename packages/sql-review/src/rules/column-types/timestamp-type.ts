import { at, defineRule } from '../../rule.ts';
import { anyOf, isMysql, mariadbBefore } from '../../versions.ts';

export const timestampType = defineRule({
  id: 'timestamp-type',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'TIMESTAMP ends in January 2038 and shifts with the time zone of the session.',
    zh: 'TIMESTAMP 只能表示到 2038 年 1 月，且随会话时区变化。',
  },
  // From 11.5 on MariaDB’s go to 2106.
  versions: anyOf(isMysql, mariadbBefore(110_500)),
  on: ['column-definition'],
  check: ({ type }) =>
    type?.name === 'TIMESTAMP' &&
    at(type, 'TIMESTAMP ends in 2038; DATETIME does not.', 'TIMESTAMP 到 2038 年为止，DATETIME 没有此限制。'),
});
