import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';
import { typeNameOf } from '../../tree/types.ts';

export const charLong = defineRule({
  id: 'char-long',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'CHAR is filled up with spaces to its whole length; VARCHAR takes what the value needs.',
    zh: 'CHAR 会用空格填充到声明长度；VARCHAR 只占用实际需要的空间。',
  },
  parameters: { maximum: 20 },
  on: ['column-definition'],
  check: ({ type }, _, { maximum }) => {
    const size = sizeOf(type);
    return (
      type !== undefined &&
      typeNameOf(type) === 'CHAR' &&
      size !== undefined &&
      size > maximum &&
      at(type, `CHAR(${size}): VARCHAR takes less room.`, `CHAR(${size})：使用 VARCHAR 更省空间。`)
    );
  },
});
