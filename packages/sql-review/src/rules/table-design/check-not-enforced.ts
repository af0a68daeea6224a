import { at, defineRule } from '../../rule.ts';
import { isMysql } from '../../versions.ts';

export const checkNotEnforced = defineRule({
  id: 'check-not-enforced',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'MySQL before 8.0.16 reads CHECK and keeps nothing of it; NOT ENFORCED does the same later.',
    zh: 'MySQL 8.0.16 之前会忽略 CHECK；之后的 NOT ENFORCED 同样不生效。',
  },
  versions: isMysql,
  on: ['check-constraint', 'alter-element'],
  check: (node, { dialect }) => {
    const isOff =
      node.kind === 'check-constraint'
        ? dialect.versionNumber < 80_016 || node.enforced === false
        : node.to === 'NOT ENFORCED';
    return isOff && at(node, 'This condition is not checked.', '该约束不会被检查。');
  },
});
