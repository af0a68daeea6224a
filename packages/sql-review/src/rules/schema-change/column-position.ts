import { at, defineRule } from '../../rule.ts';

export const columnPosition = defineRule({
  id: 'column-position',
  grade: 'N',
  theme: 'schema-change',
  why: {
    en: 'FIRST and AFTER rebuild the table in MySQL before 8.0.29, and mean nothing to a good statement.',
    zh: 'FIRST、AFTER 在 MySQL 8.0.29 之前会导致重建表，而列顺序对规范的语句没有意义。',
  },
  on: ['column-place'],
  check: (place) => at(place, 'Leave the position out.', '请去掉列位置。'),
});
