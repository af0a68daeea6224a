import type { MetricDefinition } from '@myriad/contract';

export const engineMetrics: readonly MetricDefinition[] = [
  {
    ...{ name: 'pool-hit', group: 'engine', unit: 'percent', kind: 'ratio' },
    words: { en: 'Buffer pool hits', zh: '缓冲池命中率' },
    why: {
      en: 'Pages found in memory. Below 99 % under load the working set does not fit. Nothing read: not known.',
      zh: '在内存中命中的页比例。有负载时低于 99% 说明热数据放不下。期间没有读取则为未知。',
    },
    from: ['Innodb_buffer_pool_reads', 'Innodb_buffer_pool_read_requests'],
  },
  {
    ...{ name: 'pool-dirty', group: 'engine', unit: 'percent', kind: 'gauge' },
    words: { en: 'Dirty pages', zh: '脏页比例' },
    why: {
      en: 'Pages changed and not yet written. Close to innodb_max_dirty_pages_pct writes begin to stall.',
      zh: '已修改未落盘的页比例。接近 innodb_max_dirty_pages_pct 时，写入开始停顿。',
    },
    from: ['Innodb_buffer_pool_pages_dirty', 'Innodb_buffer_pool_pages_total'],
  },
  {
    ...{ name: 'disk-read', group: 'engine', unit: 'bytes-per-second', kind: 'rate' },
    words: { en: 'Read from disk', zh: '每秒读盘字节' },
    why: { en: 'What the engine reads: misses, read-ahead, scans.', zh: '引擎读盘量：未命中、预读与扫描。' },
    from: ['Innodb_data_read'],
  },
  {
    ...{ name: 'disk-written', group: 'engine', unit: 'bytes-per-second', kind: 'rate' },
    words: { en: 'Written to disk', zh: '每秒写盘字节' },
    why: { en: 'What the engine writes: pages, double writes, redo.', zh: '引擎写盘量：数据页、双写与重做日志。' },
    from: ['Innodb_data_written'],
  },
  {
    ...{ name: 'redo-written', group: 'engine', unit: 'bytes-per-second', kind: 'rate' },
    words: { en: 'Redo written', zh: '每秒重做日志字节' },
    why: {
      en: 'How fast data changes. An hour of it should fit into the redo log.',
      zh: '数据变更的速度。重做日志容量应能容纳约一小时的量。',
    },
    from: ['Innodb_os_log_written'],
  },
];

export const lockMetrics: readonly MetricDefinition[] = [
  {
    ...{ name: 'lock-waits', group: 'locks', unit: 'per-second', kind: 'rate' },
    words: { en: 'Row lock waits', zh: '每秒行锁等待数' },
    why: {
      en: 'How often one had to wait for a row another holds.',
      zh: '因行被他人持有而发生等待的次数。',
    },
    from: ['Innodb_row_lock_waits'],
  },
  {
    ...{ name: 'lock-waiting', group: 'locks', unit: 'count', kind: 'gauge' },
    words: { en: 'Waiting for row locks', zh: '行锁等待中' },
    why: {
      en: 'Sessions that wait for a row now. More than a moment: look who holds it.',
      zh: '此刻正在等待行锁的会话数。持续不为零时，请查看持有者。',
    },
    from: ['Innodb_row_lock_current_waits'],
  },
];

export const replicationMetrics: readonly MetricDefinition[] = [
  {
    ...{ name: 'lag', group: 'replication', unit: 'seconds', kind: 'gauge' },
    words: { en: 'Replication lag', zh: '复制延迟' },
    why: {
      en: 'Seconds behind the source, of the slowest channel, as the replica says. Not known where a thread stands still.',
      zh: '落后主库的秒数，取最慢的通道，以从库自报为准。复制线程停止时为未知。',
    },
    from: ['Seconds_Behind_Source'],
  },
];
