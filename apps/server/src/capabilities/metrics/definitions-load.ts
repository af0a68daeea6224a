import type { MetricDefinition } from '@myriad/contract';

export const loadMetrics: readonly MetricDefinition[] = [
  {
    ...{ name: 'questions', group: 'load', unit: 'per-second', kind: 'rate' },
    words: { en: 'Statements', zh: '每秒语句数（QPS）' },
    why: {
      en: 'How much clients ask. A sudden fall is as telling as a rise: they cannot reach it, or wait.',
      zh: '客户端的请求量。骤降与骤升同样值得注意：可能是连不上，或都在等待。',
    },
    from: ['Questions'],
  },
  {
    ...{ name: 'running', group: 'load', unit: 'count', kind: 'gauge' },
    words: { en: 'Running threads', zh: '活跃线程数' },
    why: {
      en: 'Sessions that work right now, our own included. Far above the number of cores they get into each other’s way.',
      zh: '正在执行的会话数（含巡查自身）。远高于 CPU 核数时，会话之间开始相互争抢。',
    },
    from: ['Threads_running'],
  },
  {
    ...{ name: 'reads', group: 'load', unit: 'per-second', kind: 'rate' },
    words: { en: 'Reads', zh: '每秒查询数' },
    why: {
      en: 'SELECT statements, those answered by the query cache too.',
      zh: 'SELECT 语句数，含由查询缓存应答的。',
    },
    from: ['Com_select', 'Qcache_hits'],
  },
  {
    ...{ name: 'writes', group: 'load', unit: 'per-second', kind: 'rate' },
    words: { en: 'Writes', zh: '每秒写入语句数' },
    why: {
      en: 'INSERT, UPDATE, DELETE and REPLACE statements. On a replica they count only what clients send, not what replication applies.',
      zh: 'INSERT、UPDATE、DELETE、REPLACE 语句数。在从库上只统计客户端发来的，不含复制回放。',
    },
    from: [
      ...['Com_insert', 'Com_insert_select', 'Com_update', 'Com_update_multi'],
      ...['Com_delete', 'Com_delete_multi', 'Com_replace', 'Com_replace_select'],
    ],
  },
  {
    ...{ name: 'slow', group: 'load', unit: 'per-second', kind: 'rate' },
    words: { en: 'Slow statements', zh: '每秒慢语句数' },
    why: {
      en: 'Statements over the server’s own long_query_time. A rise without more statements means that something waits.',
      zh: '超过服务器 long_query_time 的语句数。请求量未增而此值上升，说明有等待。',
    },
    from: ['Slow_queries'],
  },
  {
    ...{ name: 'rows-scanned', group: 'load', unit: 'per-second', kind: 'rate' },
    words: { en: 'Rows scanned', zh: '每秒扫描行数' },
    why: {
      en: 'Rows read one after another: tables read whole, without an index. High numbers ask for one.',
      zh: '顺序读取的行数，即未走索引的全表扫描。数值高时应考虑加索引。',
    },
    from: ['Handler_read_rnd_next'],
  },
  {
    ...{ name: 'temporary-on-disk', group: 'load', unit: 'per-second', kind: 'rate' },
    words: { en: 'Temporary tables on disk', zh: '每秒磁盘临时表数' },
    why: {
      en: 'Sorts and groups that did not fit into memory, or carry long columns.',
      zh: '排序、分组超出内存或含长字段，只能落盘。',
    },
    from: ['Created_tmp_disk_tables'],
  },
];

export const clientMetrics: readonly MetricDefinition[] = [
  {
    ...{ name: 'connections', group: 'clients', unit: 'count', kind: 'gauge' },
    words: { en: 'Connections', zh: '连接数' },
    why: {
      en: 'Clients connected, ours included. Close to max_connections the next one is refused.',
      zh: '当前连接数（含巡查自身）。接近 max_connections 时，新连接会被拒绝。',
    },
    from: ['Threads_connected'],
  },
  {
    ...{ name: 'new-connections', group: 'clients', unit: 'per-second', kind: 'rate' },
    words: { en: 'New connections', zh: '每秒新建连接数' },
    why: {
      en: 'Tries to connect. Many a second: an application without a pool, or one that starts again and again.',
      zh: '每秒连接尝试数。过高通常是应用未用连接池，或在反复重启。',
    },
    from: ['Connections'],
  },
  {
    ...{ name: 'failed-connections', group: 'clients', unit: 'per-second', kind: 'rate' },
    words: { en: 'Failed logins', zh: '每秒失败登录数' },
    why: {
      en: 'Wrong passwords, missing rights, broken handshakes, scans of ports.',
      zh: '口令错误、无权限、握手中断或端口扫描。',
    },
    from: ['Aborted_connects'],
  },
  {
    ...{ name: 'bytes-in', group: 'clients', unit: 'bytes-per-second', kind: 'rate' },
    words: { en: 'Received', zh: '每秒接收字节' },
    why: { en: 'What clients send: large statements and loads.', zh: '客户端发来的数据量：大语句与批量导入。' },
    from: ['Bytes_received'],
  },
  {
    ...{ name: 'bytes-out', group: 'clients', unit: 'bytes-per-second', kind: 'rate' },
    words: { en: 'Sent', zh: '每秒发送字节' },
    why: {
      en: 'What clients and replicas get. It fills the network long before the processor.',
      zh: '发往客户端与从库的数据量，往往先于 CPU 打满网络。',
    },
    from: ['Bytes_sent'],
  },
];
