import { variableOf } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';

export const binlogStatementLimit = defineRule({
  id: 'binlog-statement-limit',
  grade: 'E',
  theme: 'replication',
  tier: 'instance',
  why: {
    en: 'Under STATEMENT a LIMIT without an order takes other rows on the replica.',
    zh: 'binlog_format 为 STATEMENT 时，无排序的 LIMIT 在从库上可能选中不同的行。',
  },
  on: ['update', 'delete', 'insert'],
  check: (change, { facts }) => {
    const { limit, orderBy } = change.kind === 'insert' ? (change.query ?? none) : change;
    return (
      limit &&
      orderBy.length === 0 &&
      variableOf(facts.instance, 'binlog_format') === 'STATEMENT' &&
      at(limit, 'Other rows on the replica.', '从库可能选中不同的行。')
    );
  },
});

const none = { limit: undefined, orderBy: [] } as const;
