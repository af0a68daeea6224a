import { at, defineRule } from '../../rule.ts';

export const dropForeignKey = defineRule({
  id: 'drop-foreign-key',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'From then on nothing keeps child rows from pointing nowhere.',
    zh: '此后不再有约束阻止子表出现孤儿数据。',
  },
  check: (_, { nodes }) =>
    nodes('alter-table').flatMap(({ actions }) =>
      actions.flatMap((action) =>
        action.kind === 'drop-element' && action.what === 'FOREIGN KEY'
          ? [at(action, 'The foreign key is dropped.', '外键将被删除。')]
          : [],
      ),
    ),
});
