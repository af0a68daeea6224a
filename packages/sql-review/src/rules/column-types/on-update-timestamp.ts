import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';

/** What columns are called that are meant to follow every change. */
const words = ['update', 'modif', 'chang', 'mtime', 'upd', 'edit', 'touch', 'sync', 'last', 'version', 'utime'];

export const onUpdateTimestamp = defineRule({
  id: 'on-update-timestamp',
  grade: 'N',
  theme: 'column-types',
  about: 'names',
  why: {
    en: 'ON UPDATE CURRENT_TIMESTAMP overwrites the column with every change of the row, whoever makes it: right for the time of the last change, wrong for any other time.',
    zh: 'ON UPDATE CURRENT_TIMESTAMP 会在每次修改该行时覆盖列值：适合“最后修改时间”，不适合其他时间。',
  },
  on: ['column-definition'],
  check: (column) =>
    hasAttribute(column, 'ON UPDATE') &&
    !words.some((word) => column.name.name.toLowerCase().includes(word)) &&
    at(column.name, 'Overwritten by every update of the row.', '该行每次更新都会覆盖此列。'),
});
