import { at, defineRule } from '../../rule.ts';
import { numberIn } from '../../tree/calls.ts';

const bits: Readonly<Record<string, number>> = { TINYINT: 8, SMALLINT: 16, MEDIUMINT: 24, INT: 32, INTEGER: 32 };

export const integerOutOfRange = defineRule({
  id: 'integer-out-of-range',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'A default outside of the range of its type is refused (error 1067).',
    zh: '默认值超出类型取值范围会被拒绝（错误 1067）。',
  },
  on: ['column-definition'],
  check: ({ type, attributes }) =>
    attributes.flatMap((part) => {
      const value = part.kind === 'column-attribute' && part.name === 'DEFAULT' ? part.value : undefined;
      const width = type ? bits[type.name] : undefined;
      if (!type || !value || width === undefined || (value.kind !== 'literal' && value.kind !== 'unary')) return [];
      const number = numberIn(value);
      const [low, high] = type.unsigned ? [0, 2 ** width - 1] : [-(2 ** (width - 1)), 2 ** (width - 1) - 1];
      return number !== undefined && (number < low || number > high)
        ? [at(value, `Not between ${low} and ${high}.`, `不在 ${low} 到 ${high} 之间。`)]
        : [];
    }),
});
