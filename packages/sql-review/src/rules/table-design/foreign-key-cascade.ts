import { at, defineRule } from '../../rule.ts';

export const foreignKeyCascade = defineRule({
  id: 'foreign-key-cascade',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'Rows removed or changed by a cascade stand in no statement and fire no trigger, and one DELETE may take a great many.',
    zh: '级联删除或更新的行不会出现在语句中，也不触发触发器，一次 DELETE 可能波及大量数据。',
  },
  on: ['references'],
  check: ({ onDelete, onUpdate, start, end }) =>
    (onDelete === 'CASCADE' || onUpdate === 'CASCADE') &&
    at({ start, end }, 'Changes cascade to other rows.', '变更会级联到其他行。'),
});
