import type { QualifiedName, Statement } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const tableDual = defineRule({
  id: 'table-dual',
  grade: 'E',
  theme: 'table-design',
  about: 'names',
  why: {
    en: 'FROM dual means no table at all: one of that name is read in quotes only, and sooner or later somebody forgets them.',
    zh: 'FROM dual 表示不读取任何表：名为 dual 的表只有加引号才能访问，极易误用。',
  },
  on: ['create-table', 'create-view', 'rename-table', 'alter-table'],
  check: (statement) =>
    namesMade(statement)
      .filter(({ name }) => isSame(name.name, 'dual'))
      .map((name) => at(name, 'Choose another name.', '请使用其他名称。')),
});

function namesMade(statement: Statement): readonly QualifiedName[] {
  if (statement.kind === 'create-table' || statement.kind === 'create-view') return [statement.name];
  if (statement.kind === 'rename-table') return statement.renames.map(({ to }) => to);
  if (statement.kind !== 'alter-table') return [];
  return statement.actions.flatMap((action) => (action.kind === 'rename-to' ? [action.name] : []));
}
