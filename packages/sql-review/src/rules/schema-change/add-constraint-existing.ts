import type { AlterAction, TableElement } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { keyOfName } from '../../walk/history.ts';

export const addConstraintExisting = defineRule({
  id: 'add-constraint-existing',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'A check or a foreign key on a filled table fails on the first row that breaks it, and from then on refuses what running versions of the application may still write.',
    zh: '在已有数据的表上添加检查约束或外键，遇到不符合的行会失败；之后仍在运行的旧版应用写入也可能被拒绝。',
  },
  on: ['alter-table'],
  check: ({ name, actions }, { history, dialect }) => {
    if (history.created.has(keyOfName(name)) && !history.written.has(keyOfName(name))) return undefined;
    const isRead = dialect.flavour === 'mariadb' || dialect.versionNumber >= 80_016;
    const added = actions.flatMap((action) => (action.kind === 'add-columns' ? action.elements : []));
    return actions
      .filter((action) => (isRead && checksRows(action)) || refersWithOld(action, added))
      .map((action) =>
        at(
          action,
          'Look for rows that break it first, and for who writes them.',
          '请先检查是否有不符合约束的数据，以及仍在写入此类数据的应用。',
        ),
      );
  },
});

function checksRows(action: AlterAction): boolean {
  if (action.kind === 'alter-element') return action.what !== 'INDEX' && action.to === 'ENFORCED';
  if (action.kind === 'change-column')
    return action.column.attributes.some((one) => one.kind === 'check-constraint' && one.enforced !== false);
  return (
    action.kind === 'add-element' && action.element.kind === 'check-constraint' && action.element.enforced !== false
  );
}

/** A column that comes with its foreign key is NULL in every row. */
function refersWithOld(action: AlterAction, added: readonly TableElement[]): boolean {
  if (action.kind !== 'add-element' || action.element.kind !== 'foreign-key') return false;
  return action.element.columns.some(
    ({ name }) => !added.some((one) => one.kind === 'column-definition' && isSame(one.name.name, name)),
  );
}
