import { at, defineRule } from '../../rule.ts';

export const dropSchema = defineRule({
  id: 'drop-schema',
  grade: 'X',
  theme: 'schema-change',
  why: {
    en: 'DROP DATABASE removes every table, view and routine in it with one word.',
    zh: 'DROP DATABASE 会一次性删除库中的所有表、视图和存储程序。',
  },
  on: ['drop-database'],
  check: ({ name }) => at(name, 'The database and all that is in it are dropped.', '该库及其中的所有对象将被删除。'),
});
