import { at, defineRule } from '../../rule.ts';
import { writtenValues } from '../../schema/written-values.ts';
import { numberIn } from '../../tree/calls.ts';
import { rangeOf } from '../../tree/types.ts';

export const valueOutOfRange = defineRule({
  id: 'value-out-of-range',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'A number outside of the range of its column is refused, or bent to the nearest one where sql_mode is not strict.',
    zh: '数值超出列的取值范围会被拒绝，非严格模式下会被截断为边界值。',
  },
  on: ['insert', 'update'],
  check: (change, context) =>
    writtenValues(change, context).flatMap(({ column, value }) => {
      const range = column.type && rangeOf(column.type);
      const number = numberIn(value);
      return range && number !== undefined && (number < range[0] || number > range[1])
        ? [
            at(
              value,
              `${column.name} holds ${range[0]} to ${range[1]}.`,
              `${column.name} 的范围为 ${range[0]} 到 ${range[1]}。`,
            ),
          ]
        : [];
    }),
});
