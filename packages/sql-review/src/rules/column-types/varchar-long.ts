import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';
import { typeNameOf } from '../../tree/types.ts';

export const varcharLong = defineRule({
  id: 'varchar-long',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'A VARCHAR this long belongs into a TEXT, or is longer than any value: temporary tables reserve room for all of it.',
    zh: '过长的 VARCHAR 要么应改用 TEXT，要么远超实际长度：临时表会按声明长度预留空间。',
  },
  parameters: { maximum: 2000 },
  on: ['column-definition'],
  check: ({ type }, _, { maximum }) => {
    const size = sizeOf(type);
    return (
      type !== undefined &&
      typeNameOf(type) === 'VARCHAR' &&
      size !== undefined &&
      size > maximum &&
      at(type, `VARCHAR(${size}).`, `VARCHAR(${size}) 过长。`)
    );
  },
});
