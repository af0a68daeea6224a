import { at, defineRule } from '../../rule.ts';

export const indexUseAlter = defineRule({
  id: 'index-use-alter',
  grade: 'N',
  off: true,
  theme: 'indexes',
  why: {
    en: 'CREATE INDEX and DROP INDEX are ALTERs of their table: written so, several of them become one.',
    zh: 'CREATE INDEX、DROP INDEX 等同于 ALTER TABLE：统一写成 ALTER 便于合并。',
  },
  on: ['create-index', 'drop-index'],
  check: (statement) => at(statement, 'Write it as ALTER TABLE.', '请写成 ALTER TABLE。'),
});
