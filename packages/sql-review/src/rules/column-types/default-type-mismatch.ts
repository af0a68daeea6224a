import { at, defineRule } from '../../rule.ts';
import { isDigits } from '../../tree/dates.ts';

const numbers: ReadonlySet<string> = new Set([
  'TINYINT',
  'SMALLINT',
  'MEDIUMINT',
  'INT',
  'INTEGER',
  'BIGINT',
  'DECIMAL',
  'NUMERIC',
  'FLOAT',
  'DOUBLE',
]);

const days: ReadonlySet<string> = new Set(['DATE', 'DATETIME', 'TIMESTAMP']);

/** Begins with a digit: which of the many spellings of a date it is, others judge. */
const isDateText = (text: string): boolean => isDigits(text.trim().slice(0, 1));

export const defaultTypeMismatch = defineRule({
  id: 'default-type-mismatch',
  grade: 'W',
  theme: 'column-types',
  why: {
    en: 'A default that is not of the column’s type is converted, or refused.',
    zh: '默认值类型与列类型不一致时会被转换或拒绝。',
  },
  on: ['column-definition'],
  check: ({ type, attributes }) =>
    attributes.flatMap((part) => {
      const value = part.kind === 'column-attribute' && part.name === 'DEFAULT' ? part.value : undefined;
      if (!type || value?.kind !== 'literal') return [];
      const text =
        numbers.has(type.name) &&
        value.type === 'string' &&
        (value.value.trim() === '' || Number.isNaN(Number(value.value)));
      if (text) return [at(value, `'${value.value}' is no number.`, `'${value.value}' 不是数字。`)];
      return days.has(type.name) && value.type === 'string' && !isDateText(value.value)
        ? [at(value, `'${value.value}' is no date.`, `'${value.value}' 不是日期。`)]
        : [];
    }),
});
