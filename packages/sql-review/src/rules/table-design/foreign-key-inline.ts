import { at, defineRule } from '../../rule.ts';
import { mysqlBefore } from '../../versions.ts';

export const foreignKeyInline = defineRule({
  id: 'foreign-key-inline',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'MySQL before 9 reads REFERENCES at a column and makes no foreign key of it.',
    zh: 'MySQL 9 之前会忽略写在列上的 REFERENCES，不会创建外键。',
  },
  versions: mysqlBefore(90000),
  on: ['column-definition'],
  check: ({ references }) =>
    references &&
    at(references, 'This makes no foreign key: write FOREIGN KEY (…).', '这里不会创建外键，请写成 FOREIGN KEY (…)。'),
});
