import { at, defineRule } from '../../rule.ts';
import { anyOf, isMariadb, mysqlFrom } from '../../versions.ts';

export const checkUnnamed = defineRule({
  id: 'check-unnamed',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'The name of a CHECK is all an application sees of it when it fails.',
    zh: 'CHECK 约束失败时，应用只能看到约束名，因此应显式命名。',
  },
  versions: anyOf(mysqlFrom(80016), isMariadb),
  on: ['check-constraint'],
  check: (check, { parentOf }) =>
    !check.constraint?.name &&
    parentOf(check)?.kind !== 'column-definition' &&
    at(check, 'Name the constraint.', '请为约束命名。'),
});
