import type { StandardRule } from '@myriad/contract';
import { parameter } from './rule.ts';

/** What replicas need, and what lets one take over. */
export const replication: readonly StandardRule[] = [
  parameter(
    'binlog-on',
    'bad',
    ['log_bin'],
    { is: 'ON' },
    {
      title: { en: 'Changes are logged', zh: '开启 binlog' },
      why: {
        en: 'Without a binary log there is no replica, no restore to a point in time and no way to take a change back.',
        zh: '没有 binlog 就没有从库、无法恢复到时间点，也无法回退变更。',
      },
    },
  ),
  parameter(
    'gtid-on',
    'bad',
    ['gtid_mode'],
    { is: 'ON' },
    {
      title: { en: 'Transactions have names (GTID)', zh: '事务有全局编号（GTID）' },
      why: {
        en: 'Without GTIDs nobody can tell which replica has everything, and a switch is guesswork.',
        zh: '没有 GTID，无法判断哪个从库数据最全，主从切换只能靠猜。',
      },
    },
    { flavor: 'mysql' },
  ),
  parameter(
    'gtid-consistent',
    'bad',
    ['enforce_gtid_consistency'],
    { is: 'ON' },
    {
      title: { en: 'Only statements that GTIDs can carry', zh: '只允许与 GTID 兼容的语句' },
      why: {
        en: 'Others stop replication when GTIDs are on.',
        zh: '否则开启 GTID 后不兼容的语句会中断复制。',
      },
    },
    { flavor: 'mysql' },
  ),
  parameter(
    'gtid-strict',
    'warn',
    ['gtid_strict_mode'],
    { is: 'ON' },
    {
      title: { en: 'A replica refuses what would make it errant', zh: '从库拒绝产生多余事务' },
      why: {
        en: 'Without it a replica takes transactions out of order, and its position means nothing after a switch.',
        zh: '否则从库会接受乱序事务，切换后其位点不可信。',
      },
    },
    { flavor: 'mariadb' },
  ),
  parameter(
    'row-format',
    'bad',
    ['binlog_format'],
    { is: 'ROW' },
    {
      title: { en: 'Rows are logged, not statements', zh: 'binlog 记录行而非语句' },
      why: {
        en: 'A statement can give another result on a replica; only rows are the same everywhere.',
        zh: '语句在从库上可能得到不同结果，只有按行记录才能保证一致。',
      },
    },
  ),
  parameter(
    'row-image-full',
    'warn',
    ['binlog_row_image'],
    { is: 'FULL' },
    {
      title: { en: 'Rows are logged whole', zh: '记录完整的行' },
      why: {
        en: 'Taking a change back needs the row as it was.',
        zh: '回退变更需要修改前的完整数据。',
      },
    },
  ),
  parameter(
    'replica-logs-too',
    'warn',
    ['log_replica_updates', 'log_slave_updates'],
    { is: 'ON' },
    {
      title: { en: 'A replica logs what it applies', zh: '从库也记录 binlog' },
      why: {
        en: 'Without it a promoted replica cannot serve the others.',
        zh: '否则该从库提升为主库后，无法为其他从库提供数据。',
      },
    },
  ),
  parameter(
    'binlog-kept-days',
    'warn',
    ['binlog_expire_logs_seconds'],
    { atLeast: '259200' },
    {
      title: { en: 'The binlog is kept for three days at least', zh: 'binlog 至少保留三天' },
      why: {
        en: 'A replica that was away over a weekend must be able to catch up.',
        zh: '从库离线一个周末后仍应能追上。',
      },
    },
    { from: '8.0' },
  ),
  parameter(
    'source-noticed',
    'info',
    ['replica_net_timeout', 'slave_net_timeout'],
    { atMost: '60' },
    {
      title: { en: 'A silent source is noticed within a minute', zh: '一分钟内发现主库无响应' },
      why: {
        en: 'A replica that waits longer says “running” while nothing comes.',
        zh: '等待更久时，从库显示“运行中”却收不到任何数据。',
      },
    },
  ),
  parameter(
    'commit-order-kept',
    'warn',
    ['replica_preserve_commit_order', 'slave_preserve_commit_order'],
    { is: 'ON' },
    {
      title: { en: 'Replicas commit in the source’s order', zh: '从库按主库顺序提交' },
      why: {
        en: 'Otherwise readers see states that never were, and a crash leaves gaps.',
        zh: '否则读取者会看到从未存在过的状态，崩溃后还会留下空洞。',
      },
    },
    { flavor: 'mysql', from: '8.0' },
  ),
  parameter(
    'replica-read-only',
    'bad',
    ['super_read_only', 'read_only'],
    { oneOf: ['ON', '1', 'NO_LOCK', 'NO_LOCK_NO_ADMIN'] },
    {
      title: { en: 'A replica takes no writes', zh: '从库只读' },
      why: {
        en: 'A row written on a replica makes it errant: it can never take over.',
        zh: '在从库写入会产生多余事务，该从库将无法接管。',
      },
    },
    { roles: ['replica'] },
  ),
];
