import { at, defineRule } from '../../rule.ts';
import { isUniqueIndex } from '../../schema/table.ts';

export const tableNoKeyChange = defineRule({
  id: 'table-no-key-change',
  grade: 'W',
  theme: 'replication',
  tier: 'schema',
  why: {
    en: 'A change of a table without any unique key is looked up by a scan for every row on each replica.',
    zh: '表没有任何唯一键时，从库重放每一行变更都要扫描全表。',
  },
  on: ['update', 'delete'],
  check: (change, { schema }) => {
    const [target] = change.tables;
    const table = target?.kind === 'named-table' ? schema.tableOf(target.name) : undefined;
    return (
      target &&
      table?.isWhole &&
      !table.isTemporary &&
      !table.indexes.some(isUniqueIndex) &&
      at(target, 'The table has no unique key.', '该表没有唯一键。')
    );
  },
});
