import { at, defineRule } from '../../rule.ts';

export const foreignKeyMatch = defineRule({
  id: 'foreign-key-match',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'MATCH is read and does nothing, and hides ON DELETE and ON UPDATE behind it.',
    zh: 'MATCH 子句不起作用，还会使后面的 ON DELETE、ON UPDATE 失效。',
  },
  on: ['references'],
  check: (references) =>
    references.match !== undefined &&
    at(references, `MATCH ${references.match} is ignored.`, `MATCH ${references.match} 会被忽略。`),
});
