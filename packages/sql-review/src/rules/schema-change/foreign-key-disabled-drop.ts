import { at, defineRule } from '../../rule.ts';

export const foreignKeyDisabledDrop = defineRule({
  id: 'foreign-key-disabled-drop',
  grade: 'E',
  theme: 'schema-change',
  why: {
    en: 'With foreign_key_checks off a parent is dropped although rows refer to it.',
    zh: '关闭 foreign_key_checks 后，即使仍被引用的表也会被删除。',
  },
  on: ['drop-table', 'truncate-table'],
  check: (statement, { history }) =>
    history.variables.has('foreign_key_checks') &&
    at(
      statement,
      `foreign_key_checks was set in line ${history.variables.get('foreign_key_checks')}.`,
      `第 ${history.variables.get('foreign_key_checks')} 行修改了 foreign_key_checks。`,
    ),
});
