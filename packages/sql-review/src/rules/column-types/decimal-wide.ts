import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';
import { typeNameOf } from '../../tree/types.ts';

export const decimalWide = defineRule({
  id: 'decimal-wide',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'DECIMAL with very many digits takes up to 30 bytes and is slow in arithmetic.',
    zh: '精度过大的 DECIMAL 最多占用 30 字节，计算也较慢。',
  },
  parameters: { maximum: 30 },
  on: ['data-type'],
  check: (type, _, { maximum }) => {
    const digits = sizeOf(type);
    return (
      typeNameOf(type) === 'DECIMAL' &&
      digits !== undefined &&
      digits > maximum &&
      at(type, `${digits} digits.`, `精度为 ${digits} 位。`)
    );
  },
});
