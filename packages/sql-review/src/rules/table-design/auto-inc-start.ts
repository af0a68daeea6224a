import type { Node, Setting } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';

export const autoIncStart = defineRule({
  id: 'auto-inc-start',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'A counter set far from 1 leaves the numbers below unused; in a new table it is usually left over from a dump.',
    zh: '自增值没有从 1 开始，之前的编号不再使用；新表中通常是从导出文件中遗留下来的。',
  },
  parameters: { start: 1 },
  on: ['create-table', 'alter-table'],
  check: (statement, _, { start }) =>
    (statement.kind === 'create-table' ? statement.settings : statement.actions)
      .filter((one: Node): one is Setting => one.kind === 'setting' && (one as Setting).name === 'AUTO_INCREMENT')
      .filter(({ value }) => wordOf(value) !== undefined && Number(wordOf(value)) > start)
      .map((setting) =>
        at(setting, `The counter starts at ${wordOf(setting.value)}.`, `自增从 ${wordOf(setting.value)} 开始。`),
      ),
});
