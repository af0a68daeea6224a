import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

export const floatPrecision = defineRule({
  id: 'float-precision',
  grade: 'N',
  theme: 'compatibility',
  why: {
    en: 'FLOAT(M,D) and DOUBLE(M,D) are deprecated since 8.0.17; DECIMAL is what was meant.',
    zh: 'FLOAT(M,D)、DOUBLE(M,D) 自 8.0.17 起已弃用，请改用 DECIMAL。',
  },
  versions: mysqlFrom(80017),
  on: ['data-type'],
  check: (type) =>
    ['FLOAT', 'DOUBLE', 'REAL', 'DOUBLE PRECISION'].includes(type.name) &&
    type.sizes.length === 2 &&
    at(type, `${type.name}(M,D) is deprecated.`, `${type.name}(M,D) 已弃用。`),
});
