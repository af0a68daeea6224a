import { variableOf } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';
import { isMysql } from '../../versions.ts';

export const gtidTemporary = defineRule({
  id: 'gtid-temporary',
  grade: 'E',
  theme: 'replication',
  tier: 'instance',
  why: {
    en: 'With GTIDs, MySQL before 8.0.13 refuses temporary tables inside a transaction (error 1787).',
    zh: '启用 GTID 时，MySQL 8.0.13 之前不允许在事务中创建或删除临时表（错误 1787）。',
  },
  versions: isMysql,
  on: ['create-table', 'drop-table'],
  check: (statement, { facts, dialect, history }) =>
    statement.temporary &&
    history.open &&
    dialect.versionNumber < 80_013 &&
    variableOf(facts.instance, 'enforce_gtid_consistency') === 'ON' &&
    at(statement, 'Refused inside a transaction with GTIDs.', '启用 GTID 时不能在事务中执行。'),
});
