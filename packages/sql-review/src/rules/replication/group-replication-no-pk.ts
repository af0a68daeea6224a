import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { hasRowKey } from '../../schema/table.ts';

export const groupReplicationNoPk = defineRule({
  id: 'group-replication-no-pk',
  grade: 'E',
  theme: 'replication',
  tier: 'instance',
  why: {
    en: 'Group replication refuses changes of tables without a primary key.',
    zh: '组复制不允许变更没有主键的表。',
  },
  on: ['create-table'],
  check: (statement, { facts }) =>
    facts.instance?.groupReplication &&
    !statement.temporary &&
    !statement.like &&
    !hasRowKey(readTable(statement)) &&
    at(statement.name, 'A primary key is needed in a group.', '组复制要求有主键。'),
});
