import { at, defineRule } from '../../rule.ts';
import { isMysql } from '../../versions.ts';

export const functionNotDeterministic = defineRule({
  id: 'function-not-deterministic',
  grade: 'W',
  theme: 'programs',
  why: {
    en: 'A function that says neither DETERMINISTIC nor NO SQL nor READS SQL DATA is refused where the binary log is on (error 1418).',
    zh: '函数未声明 DETERMINISTIC、NO SQL 或 READS SQL DATA 时，开启 binlog 会被拒绝（错误 1418）。',
  },
  versions: isMysql,
  on: ['create-routine'],
  check: ({ what, characteristics, name, code }) =>
    what === 'FUNCTION' &&
    code === undefined &&
    !characteristics.some((one) => ['DETERMINISTIC', 'NO SQL', 'READS SQL DATA'].includes(one.name)) &&
    at(name, 'Say what the function does.', '请声明函数特性。'),
});
