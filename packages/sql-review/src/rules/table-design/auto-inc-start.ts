import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';

export const autoIncStart = defineRule({
  id: 'auto-inc-start',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'A start far from 1 in a new table is usually left over from a dump.',
    zh: '新表的自增起始值不是 1，通常是从导出文件中遗留下来的。',
  },
  parameters: { start: 1 },
  on: ['create-table'],
  check: ({ settings }, _, { start }) =>
    settings
      .filter(
        ({ name, value }) => name === 'AUTO_INCREMENT' && wordOf(value) !== undefined && Number(wordOf(value)) > start,
      )
      .map((setting) =>
        at(setting, `The counter starts at ${wordOf(setting.value)}.`, `自增从 ${wordOf(setting.value)} 开始。`),
      ),
});
