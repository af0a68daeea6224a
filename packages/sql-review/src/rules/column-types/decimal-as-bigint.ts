import { at, defineRule } from '../../rule.ts';
import { typeNameOf } from '../../tree/types.ts';

export const decimalAsBigint = defineRule({
  id: 'decimal-as-bigint',
  grade: 'N',
  off: true,
  theme: 'column-types',
  why: {
    en: 'Amounts kept as whole numbers of the smallest unit are smaller and faster than DECIMAL, and as exact.',
    zh: '以最小单位的整数（BIGINT）存储金额，比 DECIMAL 更省空间、更快，同样精确。',
  },
  on: ['column-definition'],
  check: ({ type }) =>
    type &&
    typeNameOf(type) === 'DECIMAL' &&
    at(type, 'Keep it as BIGINT of the smallest unit.', '请改用以最小单位计的 BIGINT。'),
});
