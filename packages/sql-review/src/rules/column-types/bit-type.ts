import { at, defineRule } from '../../rule.ts';

export const bitType = defineRule({
  id: 'bit-type',
  grade: 'N',
  off: true,
  theme: 'column-types',
  why: {
    en: 'BIT is shown as raw bytes: TINYINT is easier to read and to compare.',
    zh: 'BIT 显示为原始字节，TINYINT 更便于查看和比较。',
  },
  on: ['data-type'],
  check: (type, { parentOf }) =>
    type.name === 'BIT' &&
    parentOf(type)?.kind === 'column-definition' &&
    at(type, 'A BIT column.', '使用了 BIT 类型。'),
});
