import type { LiteralType } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isZeroDate } from '../../tree/dates.ts';

export const zeroDate = defineRule({
  id: 'zero-date',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: '0000-00-00 is no date: strict modes refuse it, drivers fail on it.',
    zh: '0000-00-00 不是合法日期：严格模式会拒绝，驱动也可能报错。',
  },
  on: ['literal'],
  check: (literal, { parentOf }) =>
    isDateLike(literal.type) &&
    isZeroDate(literal.value) &&
    (parentOf(literal)?.kind === 'column-attribute'
      ? at(literal, 'A zero date as default.', '默认值为零日期。')
      : at(literal, 'A zero date.', '零日期。')),
});

const isDateLike = (type: LiteralType): boolean => type === 'string' || type === 'date' || type === 'timestamp';
