import { at, defineRule } from '../../rule.ts';
import { typeNameOf } from '../../tree/types.ts';

const words: ReadonlySet<string> = new Set([
  'price',
  'amount',
  'money',
  'cost',
  'fee',
  'balance',
  'salary',
  'total',
  'discount',
  'payment',
]);

export const moneyAsFloat = defineRule({
  id: 'money-as-float',
  grade: 'E',
  theme: 'column-types',
  about: 'names',
  why: {
    en: 'Money in FLOAT or DOUBLE loses cents: 0.1 + 0.2 is not 0.3.',
    zh: '用 FLOAT、DOUBLE 存储金额会丢失精度：0.1 + 0.2 不等于 0.3。',
  },
  on: ['column-definition'],
  check: ({ name, type }) =>
    type &&
    ['FLOAT', 'DOUBLE'].includes(typeNameOf(type)) &&
    words.has(name.name.toLowerCase().split('_').at(-1) ?? '') &&
    at(type, 'Use DECIMAL for money.', '金额请使用 DECIMAL。'),
});
