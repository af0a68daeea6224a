import type { StandardRule } from '@myriad/contract';
import { parameter } from './rule.ts';

/** What an acknowledged transaction may lose. */
export const durability: readonly StandardRule[] = [
  parameter(
    'redo-flushed',
    'bad',
    ['innodb_flush_log_at_trx_commit'],
    { is: '1' },
    {
      title: { en: 'Each commit reaches the disk', zh: '每次提交都落盘' },
      why: {
        en: 'With 0 or 2, up to a second of acknowledged transactions is lost when the machine fails.',
        zh: '取 0 或 2 时，主机故障会丢失最多约一秒已确认的事务。',
      },
    },
  ),
  parameter(
    'binlog-flushed',
    'bad',
    ['sync_binlog'],
    { is: '1' },
    {
      title: { en: 'Each commit’s binlog reaches the disk', zh: '每次提交的 binlog 都落盘' },
      why: {
        en: 'Otherwise the binlog can be behind the data after a power failure, and replicas lack rows without an error.',
        zh: '否则断电后 binlog 可能落后于数据，从库会在没有报错的情况下缺少数据。',
      },
    },
  ),
  parameter(
    'doublewrite-on',
    'bad',
    ['innodb_doublewrite'],
    { oneOf: ['ON', '1'] },
    {
      title: { en: 'Half-written pages can be mended', zh: '可修复写坏的数据页' },
      why: {
        en: 'Without it a crash in the middle of a page leaves a table that cannot be read.',
        zh: '关闭后，写页过程中崩溃会留下无法读取的表。',
      },
    },
  ),
  parameter(
    'strict-sql',
    'warn',
    ['sql_mode'],
    { has: ['STRICT_TRANS_TABLES'] },
    {
      title: { en: 'Values that do not fit are refused', zh: '拒绝不合法的值' },
      why: {
        en: 'Without strict mode a value that does not fit is cut or made zero, and nobody is told.',
        zh: '非严格模式下，不合法的值会被截断或置零，且不会报错。',
      },
    },
  ),
  parameter(
    'innodb-by-default',
    'warn',
    ['default_storage_engine'],
    { is: 'InnoDB' },
    {
      title: { en: 'New tables know transactions', zh: '新表默认支持事务' },
      why: {
        en: 'Tables of other engines are not in consistent backups and break after a crash.',
        zh: '其他引擎的表无法一致备份，崩溃后可能损坏。',
      },
    },
  ),
  parameter(
    'file-per-table',
    'info',
    ['innodb_file_per_table'],
    { is: 'ON' },
    {
      title: { en: 'A file a table', zh: '每表独立文件' },
      why: {
        en: 'Space of a dropped table comes back only when it has a file of its own.',
        zh: '只有独立文件的表，删除后才能归还空间。',
      },
    },
  ),
];
