import { at, defineRule } from '../../rule.ts';

export const foreignKeyCountMismatch = defineRule({
  id: 'foreign-key-count-mismatch',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'A foreign key has as many columns here as there (error 1239).',
    zh: '外键两侧的列数必须一致（错误 1239）。',
  },
  on: ['foreign-key'],
  check: ({ columns, references }) =>
    references.columns.length > 0 &&
    columns.length !== references.columns.length &&
    at(
      references,
      `${columns.length} columns refer to ${references.columns.length}.`,
      `${columns.length} 列引用了 ${references.columns.length} 列。`,
    ),
});
