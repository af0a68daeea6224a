import { at, defineRule } from '../../rule.ts';

export const dropForeignKey = defineRule({
  id: 'drop-foreign-key',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'From then on nothing keeps child rows from pointing nowhere.',
    zh: '此后不再有约束阻止子表出现孤儿数据。',
  },
  on: ['drop-element'],
  check: (action) => action.what === 'FOREIGN KEY' && at(action, 'The foreign key is dropped.', '外键将被删除。'),
});
