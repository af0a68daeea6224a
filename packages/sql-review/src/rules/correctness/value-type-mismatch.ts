import { at, defineRule } from '../../rule.ts';
import { writtenValues } from '../../schema/written-values.ts';
import { stringIn } from '../../tree/calls.ts';
import { isNumberType } from '../../tree/types.ts';

export const valueTypeMismatch = defineRule({
  id: 'value-type-mismatch',
  grade: 'W',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'Words written to a number, or a number to a date, are converted or refused.',
    zh: '向数值列写入文字或向日期列写入数字，会被转换或拒绝。',
  },
  on: ['insert', 'update'],
  check: (change, context) =>
    writtenValues(change, context).flatMap(({ column, value }) => {
      const text = stringIn(value);
      const isWord = text !== undefined && (text.trim() === '' || Number.isNaN(Number(text)));
      return column.type && isNumberType(column.type) && isWord
        ? [at(value, `${column.name} is a number.`, `${column.name} 是数值列。`)]
        : [];
    }),
});
