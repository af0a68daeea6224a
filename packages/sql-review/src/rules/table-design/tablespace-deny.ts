import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

export const tablespaceDeny = defineRule({
  id: 'tablespace-deny',
  grade: 'E',
  off: true,
  theme: 'table-design',
  about: 'names',
  why: {
    en: 'The policy names tablespaces that no table may be put into.',
    zh: '策略规定了不允许存放表的表空间。',
  },
  parameters: { names: ['innodb_system', 'mysql'] },
  on: ['setting'],
  check: (setting, _, { names }) =>
    setting.name === 'TABLESPACE' &&
    names.some((name) => isSame(name, wordOf(setting.value))) &&
    at(setting, `${wordOf(setting.value)} is not allowed.`, `不允许使用表空间 ${wordOf(setting.value)}。`),
});
