import type { Literal } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isDigits, isRealDate, isZeroDate } from '../../tree/dates.ts';

export const dateImpossible = defineRule({
  id: 'date-impossible',
  grade: 'E',
  theme: 'correctness',
  why: {
    en: 'A day that is not in the calendar is refused in strict mode, kept as 0000-00-00 without it, and equals nothing.',
    zh: '日历上不存在的日期在严格模式下会被拒绝，否则会变成 0000-00-00，比较时也不会匹配任何值。',
  },
  on: ['literal'],
  check: (literal) =>
    isDateText(literal) &&
    !isZeroDate(literal.value) &&
    (isRealDate(literal.value) === false || hasImpossibleTime(literal.value)) &&
    at(literal, `There is no ${literal.value}.`, `不存在 ${literal.value} 这个时间。`),
});

/** Written as a date to the last sign: 2024-02-30, 2024-01-01 25:00:00. Part numbers and the like are other texts. */
function isDateText({ type, value }: Literal): boolean {
  if (type !== 'string' && type !== 'date' && type !== 'timestamp') return false;
  if (value.length < 10 || !value.includes('-')) return false;
  const [date = '', time, ...more] = value.split(' ');
  if (date.length !== 10 || more.length > 0 || isRealDate(date) === undefined) return false;
  return time === undefined || partsOf(time).length === 3;
}

/** Hours, minutes and seconds; empty for what is no time of a day. */
function partsOf(time: string): readonly number[] {
  const [whole = ''] = time.split('.');
  const parts = whole.split(':');
  return parts.every(isDigits) ? parts.map(Number) : [];
}

function hasImpossibleTime(text: string): boolean {
  const [, time] = text.split(' ');
  const [hours = 0, minutes = 0, seconds = 0] = time === undefined ? [] : partsOf(time);
  return hours > 23 || minutes > 59 || seconds > 59;
}
