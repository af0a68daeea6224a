import type { QualifiedName, Statement } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { keyOfName } from '../../walk/history.ts';

/** `ALTER TABLE t RENAME t`. */
const isOwn = (statement: Statement, name: QualifiedName): boolean =>
  statement.kind === 'alter-table' && keyOfName(statement.name) === keyOfName(name);

export const objectExists = defineRule({
  id: 'object-exists',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'A table or view of this name is there already, as the schema stands before the statement.',
    zh: '同名的表或视图已经存在（按执行到该语句时的库结构判断）。',
  },
  on: ['create-table', 'rename-table', 'create-view', 'rename-to'],
  check: (statement, { schema, statement: whole }) => {
    const isThere = (name: QualifiedName) => schema.presenceOf(name) === 'there';
    const found = (name: QualifiedName) => at(name, 'This name is taken.', '该名称已被占用。');
    if (statement.kind === 'rename-to')
      return isThere(statement.name) && !isOwn(whole, statement.name) && found(statement.name);
    if (statement.kind === 'rename-table') {
      const leaves = (name: QualifiedName) => statement.renames.some(({ from }) => keyOfName(from) === keyOfName(name));
      return statement.renames
        .map(({ to }) => to)
        .filter((to) => isThere(to) && !leaves(to))
        .map(found);
    }
    const mayReplace =
      statement.ifNotExists || statement.orReplace || (statement.kind === 'create-table' && statement.temporary);
    return !mayReplace && isThere(statement.name) && found(statement.name);
  },
});
