import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const schemaQualified = defineRule({
  id: 'schema-qualified',
  grade: 'N',
  off: true,
  theme: 'naming',
  why: {
    en: 'A name without its schema means another table in another session.',
    zh: '不写库名时，不同会话可能访问到不同的表。',
  },
  on: ['named-table'],
  check: ({ name }, { nodes }) =>
    !name.schema &&
    !nodes('common-table').some((one) => isSame(one.name.name, name.name.name)) &&
    at(name, 'The schema is not named.', '没有写明库名。'),
});
