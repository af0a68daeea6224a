import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

export const groupReplicationEngine = defineRule({
  id: 'group-replication-engine',
  grade: 'E',
  theme: 'replication',
  tier: 'instance',
  why: {
    en: 'Group replication takes InnoDB tables only.',
    zh: '组复制只支持 InnoDB 表。',
  },
  on: ['setting'],
  check: (setting, { facts }) =>
    setting.name === 'ENGINE' &&
    facts.instance?.groupReplication &&
    !isSame(wordOf(setting.value), 'InnoDB') &&
    at(setting, 'Not possible in a group.', '组复制不支持该引擎。'),
});
