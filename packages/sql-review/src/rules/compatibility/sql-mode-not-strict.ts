import { variableOf } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';

export const sqlModeNotStrict = defineRule({
  id: 'sql-mode-not-strict',
  grade: 'W',
  theme: 'compatibility',
  tier: 'instance',
  why: {
    en: 'Without strict mode values that do not fit are bent: cut, rounded, or made zero.',
    zh: '非严格模式下，不合法的值会被截断、取整或变为零。',
  },
  on: ['insert', 'update'],
  check: (change, { facts }) => {
    const mode = variableOf(facts.instance, 'sql_mode');
    return (
      mode !== undefined &&
      !mode.includes('STRICT_TRANS_TABLES') &&
      !mode.includes('STRICT_ALL_TABLES') &&
      !mode.includes('TRADITIONAL') &&
      at(change, 'The target bends values that do not fit.', '目标实例会强行转换不合法的值。')
    );
  },
});
