import { at, defineRule } from '../../rule.ts';

export const dropTablePattern = defineRule({
  id: 'drop-table-pattern',
  grade: 'E',
  off: true,
  theme: 'schema-change',
  about: 'names',
  why: {
    en: 'A table is renamed first and dropped when nobody missed it: only names of that pattern may be dropped.',
    zh: '应先将表改名，确认无人使用后再删除：只允许删除符合命名规则的表。',
  },
  parameters: { suffix: '_del' },
  on: ['drop-table'],
  check: ({ names, temporary }, _, { suffix }) =>
    temporary
      ? undefined
      : names
          .filter(({ name }) => !name.name.toLowerCase().endsWith(suffix.toLowerCase()))
          .map((name) =>
            at(name, `Rename it to …${suffix} first, and drop it later.`, `请先改名为 …${suffix}，稍后再删除。`),
          ),
});
