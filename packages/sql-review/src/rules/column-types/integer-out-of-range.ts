import type { DataType, Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { numberIn, sizeOf, stringIn } from '../../tree/calls.ts';
import { defaultIn } from '../../tree/defaults.ts';
import { isUnsigned, rangeOf, typeNameOf } from '../../tree/types.ts';

export const integerOutOfRange = defineRule({
  id: 'integer-out-of-range',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'A default outside of the range of its type is refused (error 1067).',
    zh: '默认值超出类型取值范围会被拒绝（错误 1067）。',
  },
  on: ['column-definition', 'alter-column'],
  check: (node, context) => {
    const { type, value } = defaultIn(node, context) ?? {};
    const range = type && (rangeOf(type) ?? rangeOfDecimal(type) ?? rangeOfYear(type, value));
    if (!range || (value?.kind !== 'literal' && value?.kind !== 'unary')) return undefined;
    const text = stringIn(value);
    const number = text === undefined || text.trim() === '' ? numberIn(value) : Number(text);
    const [low, high] = range;
    return (
      number !== undefined &&
      (number < low || number > high) &&
      at(value, `Not between ${low} and ${high}.`, `不在 ${low} 到 ${high} 之间。`)
    );
  },
});

/** 0 is a year of its own, and one or two digits are those of a century. */
function rangeOfYear({ name }: DataType, value: Expression | undefined): readonly [number, number] | undefined {
  const short = (numberIn(value) ?? Number(stringIn(value))) < 100;
  return name === 'YEAR' && !short ? [1901, 2155] : undefined;
}

/** DECIMAL(4, 2) ends at 99.99. */
function rangeOfDecimal(type: DataType): readonly [number, number] | undefined {
  if (typeNameOf(type) !== 'DECIMAL') return undefined;
  const scale = sizeOf(type, 1) ?? 0;
  const most = 10 ** ((sizeOf(type) ?? 10) - scale) - 10 ** -scale;
  return [isUnsigned(type) ? 0 : -most, most];
}
