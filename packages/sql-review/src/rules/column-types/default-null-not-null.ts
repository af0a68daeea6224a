import { at, defineRule } from '../../rule.ts';
import { attributeValue, hasAttribute } from '../../schema/read-table.ts';

export const defaultNullNotNull = defineRule({
  id: 'default-null-not-null',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'DEFAULT NULL on a NOT NULL column is refused (error 1067).',
    zh: 'NOT NULL 列不能设置 DEFAULT NULL（错误 1067）。',
  },
  on: ['column-definition'],
  check: (column) => {
    const value = attributeValue(column, 'DEFAULT');
    return (
      hasAttribute(column, 'NOT NULL') &&
      value?.kind === 'literal' &&
      'type' in value &&
      value.type === 'null' &&
      at(value, 'The column cannot be NULL.', '该列不允许为 NULL。')
    );
  },
});
