import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

export const floatUnsigned = defineRule({
  id: 'float-unsigned',
  grade: 'N',
  theme: 'compatibility',
  why: {
    en: 'UNSIGNED of FLOAT, DOUBLE and DECIMAL is deprecated since 8.0.17: a CHECK says the same.',
    zh: 'FLOAT、DOUBLE、DECIMAL 的 UNSIGNED 自 8.0.17 起已弃用，请改用 CHECK 约束。',
  },
  versions: mysqlFrom(80017),
  on: ['data-type'],
  check: (type) =>
    type.unsigned &&
    ['FLOAT', 'DOUBLE', 'REAL', 'DECIMAL', 'NUMERIC', 'DOUBLE PRECISION'].includes(type.name) &&
    at(type, `${type.name} UNSIGNED is deprecated.`, `${type.name} UNSIGNED 已弃用。`),
});
