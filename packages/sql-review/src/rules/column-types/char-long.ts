import { at, defineRule } from '../../rule.ts';

export const charLong = defineRule({
  id: 'char-long',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'CHAR is filled up with spaces to its whole length; VARCHAR takes what the value needs.',
    zh: 'CHAR 会用空格填充到声明长度；VARCHAR 只占用实际需要的空间。',
  },
  parameters: { maximum: 20 },
  check: (_, { nodes, parameter }) =>
    nodes('column-definition').flatMap(({ type }) => {
      const [size] = type?.sizes ?? [];
      return type?.name === 'CHAR' && size?.kind === 'literal' && Number(size.value) > parameter('maximum')
        ? [at(type, `CHAR(${size.value}): VARCHAR takes less room.`, `CHAR(${size.value})：使用 VARCHAR 更省空间。`)]
        : [];
    }),
});
