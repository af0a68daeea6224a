import { at, defineRule } from '../../rule.ts';

export const dropPrimaryKey = defineRule({
  id: 'drop-primary-key',
  grade: 'X',
  theme: 'schema-change',
  why: {
    en: 'Without a primary key row-based replication looks for each row by a scan, and the whole table is rebuilt to drop it.',
    zh: '没有主键时，行复制要靠扫描查找每一行；删除主键本身也会重建整张表。',
  },
  on: ['alter-table'],
  check: ({ actions }) => {
    const dropped = actions.find((action) => action.kind === 'drop-element' && action.what === 'PRIMARY KEY');
    const added = actions.some(
      (action) =>
        action.kind === 'add-element' &&
        action.element.kind === 'index-definition' &&
        action.element.type === 'PRIMARY KEY',
    );
    return (
      dropped &&
      !added &&
      at(dropped, 'The primary key is dropped and no other is added.', '删除了主键，且没有添加新的主键。')
    );
  },
});
