import { at, defineRule } from '../../rule.ts';
import { numberIn } from '../../tree/calls.ts';

export const dateUnquoted = defineRule({
  id: 'date-unquoted',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'A date without quotes is a subtraction: 2010-02-12 is 1996, which no date is compared with sensibly.',
    zh: '没有引号的日期会被当作减法：2010-02-12 等于 1996，与日期比较没有意义。',
  },
  on: ['binary'],
  check: (outer) => {
    if (outer.operator !== '-' || outer.left.kind !== 'binary' || outer.left.operator !== '-') return undefined;
    const [year, month, day] = [outer.left.left, outer.left.right, outer.right].map(numberIn);
    const isDate =
      year !== undefined &&
      month !== undefined &&
      day !== undefined &&
      year >= 1900 &&
      year <= 2999 &&
      month >= 1 &&
      month <= 12 &&
      day >= 1 &&
      day <= 31;
    return isDate && at(outer, 'Put the date in quotes.', '请给日期加上引号。');
  },
});
