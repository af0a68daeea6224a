import { at, defineRule } from '../../rule.ts';

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
      return text ? [at(value, `'${value.value}' is no number.`, `'${value.value}' 不是数字。`)] : [];
    }),
});
