import { at, defineRule } from '../../rule.ts';
import { writtenValues } from '../../schema/written-values.ts';
import { stringIn } from '../../tree/calls.ts';
import { isRealDate, isZeroDate, withDashes } from '../../tree/dates.ts';

export const valueBadDate = defineRule({
  id: 'value-bad-date',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    // Zero dates have a rule of their own: zero-date.
    en: 'A date that is not in the calendar is refused, or kept as 0000-00-00 where sql_mode is not strict.',
    zh: '不存在的日期会被拒绝，非严格模式下会写成 0000-00-00。',
  },
  on: ['insert', 'update'],
  check: (change, context) =>
    writtenValues(change, context).flatMap(({ column, value }) => {
      const text = stringIn(value);
      const isTime = column.type && ['DATE', 'DATETIME', 'TIMESTAMP'].includes(column.type.name);
      return isTime && text !== undefined && isRealDate(withDashes(text)) === false && !isZeroDate(text)
        ? [at(value, 'No such date.', '日期不存在。')]
        : [];
    }),
});
