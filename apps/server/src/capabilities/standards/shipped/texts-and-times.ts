import type { StandardRule } from '@myriad/contract';
import { parameter } from './rule.ts';

/** Character sets, time zones, logs: what applications meet. */
export const textsAndTimes: readonly StandardRule[] = [
  parameter(
    'utf8mb4',
    'warn',
    ['character_set_server'],
    { is: 'utf8mb4' },
    {
      title: { en: 'New schemas hold every character', zh: '新库可保存所有字符' },
      why: {
        en: 'utf8mb3 loses emoji and rare Chinese characters; latin1 loses nearly everything.',
        zh: 'utf8mb3 会丢失表情和生僻字，latin1 几乎什么都存不下。',
      },
    },
  ),
  parameter(
    'time-zone-named',
    'warn',
    ['time_zone'],
    { matches: '^([+-]\\d{2}:\\d{2}|[A-Z][A-Za-z_]+/[A-Za-z_/+-]+|UTC)$' },
    {
      title: { en: 'The time zone is said, not the machine’s', zh: '明确指定时区，不随主机' },
      why: {
        en: 'SYSTEM takes a lock per conversion and changes when the data moves to another machine.',
        zh: 'SYSTEM 每次转换都要加锁，且迁移到其他主机后会变化。',
      },
    },
  ),
  parameter(
    'slow-log-on',
    'warn',
    ['slow_query_log'],
    { is: 'ON' },
    {
      title: { en: 'Slow statements are logged', zh: '开启慢日志' },
      why: { en: 'What is not logged cannot be tuned.', zh: '没有记录就无从优化。' },
    },
  ),
  parameter(
    'slow-log-one-second',
    'info',
    ['long_query_time'],
    { atMost: '1' },
    {
      title: { en: 'Slow means a second at most', zh: '慢查询阈值不超过一秒' },
      why: {
        en: 'The default of ten seconds hides nearly everything users wait for.',
        zh: '默认的十秒会漏掉用户实际等待的绝大多数语句。',
      },
    },
  ),
  parameter(
    'deadlocks-logged',
    'info',
    ['innodb_print_all_deadlocks'],
    { is: 'ON' },
    {
      title: { en: 'Every deadlock is logged', zh: '记录所有死锁' },
      why: {
        en: 'Only the last one can be seen otherwise, and it is overwritten.',
        zh: '否则只能看到最近一次，并且会被覆盖。',
      },
    },
  ),
  parameter(
    'packet-enough',
    'info',
    ['max_allowed_packet'],
    { atLeast: '16M' },
    {
      title: { en: 'Rows of 16 MiB pass', zh: '允许 16 MiB 的数据包' },
      why: {
        en: 'Smaller limits break replication and restores of rows that were accepted elsewhere.',
        zh: '过小会导致复制或恢复大行时失败。',
      },
    },
  ),
  parameter(
    'connections-enough',
    'info',
    ['max_connections'],
    { atLeast: '100' },
    {
      title: { en: 'A hundred connections at least', zh: '至少一百个连接' },
      why: {
        en: 'With fewer, one pool that is set too large shuts everybody out.',
        zh: '过少时，一个配置过大的连接池就会挤掉所有人。',
      },
    },
  ),
];
