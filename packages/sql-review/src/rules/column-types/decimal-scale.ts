import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';
import { typeNameOf } from '../../tree/types.ts';

export const decimalScale = defineRule({
  id: 'decimal-scale',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'A DECIMAL has at most 65 digits, 30 of them behind the point, and never more behind it than in all (errors 1426, 1425, 1427).',
    zh: 'DECIMAL 最多 65 位、小数最多 30 位，且小数位不能超过总位数（错误 1426、1425、1427）。',
  },
  on: ['data-type'],
  check: (type) => {
    const [digits, scale] = [sizeOf(type) ?? 10, sizeOf(type, 1) ?? 0];
    return (
      typeNameOf(type) === 'DECIMAL' &&
      (digits > 65 || scale > 30 || scale > digits) &&
      at(type, `DECIMAL(${digits},${scale}) is not possible.`, `DECIMAL(${digits},${scale}) 不合法。`)
    );
  },
});
