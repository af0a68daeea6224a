import type { AlterTable } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

export const indexManyExisting = defineRule({
  id: 'index-many-existing',
  grade: 'W',
  theme: 'indexes',
  tier: 'schema',
  why: {
    en: 'Each index is written with every change; a table with many of them has one that nobody needs.',
    zh: '每个索引都要随写入维护；索引过多时通常有可以删除的。',
  },
  parameters: { maximum: 6 },
  on: ['create-index', 'add-element'],
  check: (node, { schema, parentOf }, { maximum }) => {
    const alter = parentOf(node);
    const name =
      node.kind === 'create-index'
        ? node.table
        : alter?.kind === 'alter-table'
          ? (alter as AlterTable).name
          : undefined;
    const count = (name && schema.tableOf(name)?.indexes.length) ?? 0;
    const isIndex = node.kind === 'create-index' || node.element.kind === 'index-definition';
    return (
      isIndex && count >= maximum && at(node, `The table has ${count} indexes already.`, `该表已有 ${count} 个索引。`)
    );
  },
});
