import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';

export const defaultTooLong = defineRule({
  id: 'default-too-long',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'A default longer than its column is refused (error 1067).',
    zh: '默认值超过列长度会被拒绝（错误 1067）。',
  },
  on: ['column-definition'],
  check: ({ type, attributes }) =>
    attributes.flatMap((part) => {
      const value = part.kind === 'column-attribute' && part.name === 'DEFAULT' ? part.value : undefined;
      const size = sizeOf(type);
      const isText = type?.name === 'VARCHAR' || type?.name === 'CHAR';
      return isText &&
        value?.kind === 'literal' &&
        value.type === 'string' &&
        size !== undefined &&
        [...value.value].length > size
        ? [at(value, `Longer than ${size} characters.`, `长度超过 ${size} 个字符。`)]
        : [];
    }),
});
