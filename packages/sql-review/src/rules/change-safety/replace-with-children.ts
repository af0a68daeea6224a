import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const replaceWithChildren = defineRule({
  id: 'replace-with-children',
  grade: 'E',
  theme: 'change-safety',
  tier: 'schema',
  why: {
    en: 'REPLACE deletes the old row first: rows that refer to it are deleted by cascade, or stop it.',
    zh: 'REPLACE 会先删除旧行，引用它的子行会被级联删除或导致失败。',
  },
  on: ['insert'],
  check: (insert, { schema }) => {
    const table = insert.verb === 'REPLACE' ? schema.tableOf(insert.table) : undefined;
    const children = table
      ? [...schema.listTables()].filter((other) => other.foreignKeys.some((key) => isSame(key.table, table.name)))
      : [];
    return (
      children.length > 0 &&
      at(
        insert.table,
        `Referred to by ${children.map(({ name }) => name).join(', ')}.`,
        `被 ${children.map(({ name }) => name).join('、')} 引用。`,
      )
    );
  },
});
