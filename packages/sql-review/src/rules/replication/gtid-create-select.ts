import { variableOf } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';
import { isMysql } from '../../versions.ts';

export const gtidCreateSelect = defineRule({
  id: 'gtid-create-select',
  grade: 'E',
  theme: 'replication',
  tier: 'instance',
  why: {
    en: 'With GTIDs, MySQL before 8.0.21 refuses CREATE TABLE … SELECT (error 1786).',
    zh: '启用 GTID 时，MySQL 8.0.21 之前不支持 CREATE TABLE … SELECT（错误 1786）。',
  },
  versions: isMysql,
  on: ['create-table'],
  check: (statement, { facts, dialect }) =>
    statement.query &&
    !statement.temporary &&
    dialect.versionNumber < 80_021 &&
    variableOf(facts.instance, 'enforce_gtid_consistency') === 'ON' &&
    at(
      statement,
      'Refused with GTIDs: create the table first, then fill it.',
      '启用 GTID 时会被拒绝：请先建表再写入。',
    ),
});
