import { at, defineRule } from '../../rule.ts';
import { writtenValues } from '../../schema/written-values.ts';
import { sizeOf, stringIn } from '../../tree/calls.ts';

export const valueTooLong = defineRule({
  id: 'value-too-long',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'A text longer than its column is refused, or cut where sql_mode is not strict.',
    zh: '字符串超过列长度会被拒绝，非严格模式下会被截断。',
  },
  on: ['insert', 'update'],
  check: (change, context) =>
    writtenValues(change, context).flatMap(({ column, value }) => {
      const [size, text] = [sizeOf(column.type), stringIn(value)];
      const isText = column.type?.name === 'VARCHAR' || column.type?.name === 'CHAR';
      return isText && size !== undefined && text !== undefined && [...text].length > size
        ? [at(value, `Longer than the ${size} characters of ${column.name}.`, `超过 ${column.name} 的长度 ${size}。`)]
        : [];
    }),
});
