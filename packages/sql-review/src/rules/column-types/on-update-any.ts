import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';

export const onUpdateAny = defineRule({
  id: 'on-update-any',
  grade: 'N',
  off: true,
  theme: 'column-types',
  why: {
    en: 'A time the server sets by itself moves with corrections and backfills too, which nobody calls a change.',
    zh: '由服务器自动更新的时间列，在数据订正和回填时也会变化。',
  },
  on: ['column-definition'],
  check: (column) =>
    hasAttribute(column, 'ON UPDATE') && at(column.name, 'Set by the server on every update.', '每次更新时自动赋值。'),
});
