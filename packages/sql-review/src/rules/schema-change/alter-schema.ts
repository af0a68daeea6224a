import { at, defineRule } from '../../rule.ts';

export const alterSchema = defineRule({
  id: 'alter-schema',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'Other defaults of a schema hold for tables to come only: old and new ones then differ.',
    zh: '修改库默认值只影响之后新建的表，新旧表会不一致。',
  },
  on: ['alter-database'],
  check: (statement) =>
    (statement.settings.length > 0 || statement.upgrade) &&
    at(statement, 'Only tables to come are changed.', '仅对之后新建的表生效。'),
});
