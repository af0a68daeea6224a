import { at, defineRule } from '../../rule.ts';
import { readIndexChange } from '../../schema/written-indexes.ts';

export const indexManyExisting = defineRule({
  id: 'index-many-existing',
  grade: 'W',
  theme: 'indexes',
  tier: 'schema',
  why: {
    en: 'Each index is written with every change; a table with many of them has one that nobody needs.',
    zh: '每个索引都要随写入维护；索引过多时通常有可以删除的。',
  },
  /** Besides the primary key, which is the table itself. */
  parameters: { maximum: 5 },
  on: ['create-index', 'alter-table'],
  check: (statement, { schema }, { maximum }) => {
    const { before, after, written } = readIndexChange(statement, schema);
    const count = after.indexes.filter(({ type }) => type !== 'PRIMARY KEY').length;
    const [fresh] = written.filter(({ index }) => index.type !== 'PRIMARY KEY');
    return (
      before &&
      fresh &&
      count > maximum &&
      at(
        fresh.place,
        `The table then has ${count} indexes besides its primary key.`,
        `变更后该表除主键外有 ${count} 个索引。`,
      )
    );
  },
});
