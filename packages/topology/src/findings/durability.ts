import { defineFinding, type FindingDefinition, type Occurrence } from '../define-finding.ts';
import type { Fleet, Seen } from '../fleet.ts';

/** Servers where a parameter, known by any of these names, has a value that is judged wrong. */
const where = (
  { seen }: Fleet,
  names: readonly string[],
  isWrong: (value: string, server: Seen) => boolean,
): readonly Occurrence[] =>
  seen.flatMap((server) => {
    const value = server.variableOf(...names);
    return value !== undefined && isWrong(value.toUpperCase(), server)
      ? [{ on: server.id, values: { value }, evidence: { name: names[0] ?? '', value } }]
      : [];
  });

/** Days a binary log is kept; undefined = not known, 0 = for ever. */
function keptSeconds(server: Seen): number | undefined {
  const seconds = server.variable('binlog_expire_logs_seconds');
  const days = server.variable('expire_logs_days');
  if (seconds === undefined && days === undefined) return undefined;
  return Math.max(Number(seconds ?? 0), Number(days ?? 0) * 86_400);
}

const keeping = (judge: (seconds: number) => boolean) => (fleet: Fleet) =>
  fleet.seen.flatMap((server) => {
    const seconds = keptSeconds(server);
    return server.glance.logBin && seconds !== undefined && judge(seconds)
      ? [{ on: server.id, values: { hours: Math.round(seconds / 360) / 10 }, evidence: { keptSeconds: seconds } }]
      : [];
  });

export const durability: readonly FindingDefinition[] = [
  defineFinding({
    code: 'BINLOG_NOT_ROW',
    grade: 'bad',
    title: { en: 'The binary log is not row based', zh: '二进制日志不是行格式' },
    words: { en: '{server} writes the binary log as {value}.', zh: '{server} 的二进制日志格式为 {value}。' },
    why: {
      en: 'A statement may do something else on the replica; nothing can be flashed back; change feeds break.',
      zh: '语句在从库上可能产生不同结果，也无法闪回，数据订阅会中断。',
    },
    next: {
      en: 'SET GLOBAL binlog_format = ROW; sessions already open keep the old one.',
      zh: '请执行 SET GLOBAL binlog_format = ROW；已有会话仍用旧格式。',
    },
    find: (fleet) =>
      where(fleet, ['binlog_format'], (value, { glance }) => glance.logBin && value !== 'ROW').map((found) => ({
        ...found,
        grade: found.values?.value === 'MIXED' ? 'warn' : 'bad',
      })),
  }),
  defineFinding({
    code: 'BINLOG_ROW_IMAGE_NOT_FULL',
    grade: 'info',
    title: { en: 'Rows are logged in part', zh: '行镜像不完整' },
    words: { en: '{server} logs rows as {value}.', zh: '{server} 的行镜像为 {value}。' },
    why: {
      en: 'What a row was before a change is not in the log: no flashback, less for change feeds.',
      zh: '日志中没有变更前的完整行：无法闪回，数据订阅信息不全。',
    },
    next: { en: 'binlog_row_image = FULL where flashback is wanted.', zh: '需要闪回时请设 binlog_row_image = FULL。' },
    find: (fleet) => where(fleet, ['binlog_row_image'], (value, { glance }) => glance.logBin && value !== 'FULL'),
  }),
  defineFinding({
    code: 'BINLOG_KEPT_SHORT',
    grade: 'warn',
    title: { en: 'Binary logs are kept too short', zh: '二进制日志保留过短' },
    words: { en: '{server} keeps binary logs for {hours} h.', zh: '{server} 的二进制日志仅保留 {hours} 小时。' },
    why: {
      en: 'A replica that stands longer must be rebuilt, and point-in-time recovery ends with the last backup.',
      zh: '从库停顿超过该时间就必须重建，且只能恢复到最近一次备份。',
    },
    next: { en: 'Keep them at least three days, disk permitting.', zh: '磁盘允许时请至少保留三天。' },
    find: keeping((seconds) => seconds > 0 && seconds < 86_400),
  }),
  defineFinding({
    code: 'BINLOG_NEVER_EXPIRES',
    grade: 'info',
    title: { en: 'Binary logs are never removed', zh: '二进制日志永不清理' },
    words: { en: '{server} never removes binary logs.', zh: '{server} 不会自动清理二进制日志。' },
    why: {
      en: 'They fill the disk one day, unless something else removes them.',
      zh: '若没有其他清理手段，终有一天会写满磁盘。',
    },
    next: {
      en: 'Set binlog_expire_logs_seconds (expire_logs_days).',
      zh: '请设置 binlog_expire_logs_seconds（expire_logs_days）。',
    },
    find: keeping((seconds) => seconds === 0),
  }),
  defineFinding({
    code: 'BINLOG_FILTERED',
    grade: 'bad',
    title: { en: 'The binary log leaves schemas out', zh: '二进制日志过滤了部分库' },
    words: { en: '{server} filters its binary log: {filters}.', zh: '{server} 对二进制日志设置了过滤：{filters}。' },
    why: {
      en: 'What is left out is on no replica and in no backup of the logs, and GTIDs do not show it.',
      zh: '被过滤的内容不会出现在任何从库和日志备份中，GTID 也看不出来。',
    },
    next: {
      en: 'Remove binlog-do-db and binlog-ignore-db; rebuild replicas.',
      zh: '请移除 binlog-do-db 与 binlog-ignore-db，并重建从库。',
    },
    find: ({ seen }) =>
      seen.flatMap((server) => {
        const filters = server.portrait?.binlogFilters.ok ? server.portrait.binlogFilters.value : [];
        const printed = filters.map(({ rule, value }) => `${rule}=${value}`);
        return printed.length > 0
          ? [{ on: server.id, values: { filters: printed.join(', ') }, evidence: { filters: printed } }]
          : [];
      }),
  }),
  defineFinding({
    code: 'BINLOG_NOT_SYNCED',
    grade: 'warn',
    title: { en: 'Commits are not on disk', zh: '提交未落盘（二进制日志）' },
    words: { en: '{server} has sync_binlog = {value}.', zh: '{server} 的 sync_binlog = {value}。' },
    why: {
      en: 'After a power loss transactions are missing that replicas already have: the histories part.',
      zh: '断电后会缺少从库已有的事务，历史由此分叉。',
    },
    next: {
      en: 'SET GLOBAL sync_binlog = 1 on every server that may become primary.',
      zh: '所有可能成为主库的节点请设置 sync_binlog = 1。',
    },
    find: (fleet) => where(fleet, ['sync_binlog'], (value, { glance }) => glance.logBin && value !== '1'),
  }),
  defineFinding({
    code: 'REDO_NOT_FLUSHED',
    grade: 'warn',
    title: { en: 'Commits are not on disk (redo log)', zh: '提交未落盘（重做日志）' },
    words: {
      en: '{server} has innodb_flush_log_at_trx_commit = {value}.',
      zh: '{server} 的 innodb_flush_log_at_trx_commit = {value}。',
    },
    why: {
      en: 'The last second of commits is lost with the power, although clients were told OK.',
      zh: '断电会丢失最后约一秒的提交，而客户端已收到成功。',
    },
    next: {
      en: 'SET GLOBAL innodb_flush_log_at_trx_commit = 1 on every server that may become primary.',
      zh: '所有可能成为主库的节点请将其设为 1。',
    },
    find: (fleet) => where(fleet, ['innodb_flush_log_at_trx_commit'], (value) => value !== '1'),
  }),
  defineFinding({
    code: 'DOUBLEWRITE_OFF',
    grade: 'warn',
    title: { en: 'No protection against torn pages', zh: '未开启双写' },
    words: { en: '{server} has innodb_doublewrite = {value}.', zh: '{server} 的 innodb_doublewrite = {value}。' },
    why: {
      en: 'A page half written at a power loss cannot be mended, except on storage that writes pages whole.',
      zh: '断电时写了一半的页无法修复，除非存储保证整页写入。',
    },
    next: { en: 'Switch it on, unless the storage promises whole pages.', zh: '除非存储保证整页写入，否则请开启。' },
    find: (fleet) => where(fleet, ['innodb_doublewrite'], (value) => /^(OFF|0|DETECT_ONLY)$/.test(value)),
  }),
  defineFinding({
    code: 'SQL_MODE_NOT_STRICT',
    grade: 'warn',
    title: { en: 'Wrong values are stored in silence', zh: 'SQL 模式不严格' },
    words: { en: '{server} has no strict sql_mode.', zh: '{server} 未启用严格的 sql_mode。' },
    why: {
      en: 'Texts too long are cut and wrong dates become zero, without an error.',
      zh: '过长的文本会被截断、错误的日期会变成零值，且不报错。',
    },
    next: {
      en: 'Add STRICT_TRANS_TABLES after the applications were tried with it.',
      zh: '应用验证通过后，请加入 STRICT_TRANS_TABLES。',
    },
    find: (fleet) =>
      where(fleet, ['sql_mode'], (value) => !/\bSTRICT_(TRANS|ALL)_TABLES\b|\bTRADITIONAL\b/.test(value)),
  }),
  defineFinding({
    code: 'PARAMETERS_DIFFER',
    grade: 'warn',
    title: { en: 'A replica is set up differently', zh: '从库参数与主库不一致' },
    words: { en: '{server} differs from {source} in {names}.', zh: '{server} 与 {source} 的参数不一致：{names}。' },
    why: {
      en: 'After a failover applications meet other behaviour; lower_case_table_names can even lose tables.',
      zh: '切换后应用会遇到不同的行为；lower_case_table_names 不一致甚至会找不到表。',
    },
    next: {
      en: 'Make them alike; those that need a restart at the next window.',
      zh: '请保持一致；需重启的参数安排在维护窗口。',
    },
    find: (fleet) =>
      fleet.seen.flatMap((server) =>
        server.channels.flatMap(({ name, sourceServer }) => {
          const source = fleet.find(sourceServer?.id);
          const differ = mustAgree.filter((key) => {
            const [own, theirs] = [server.variable(key), source?.variable(key)];
            return own !== undefined && theirs !== undefined && own !== theirs;
          });
          return source && differ.length > 0
            ? [
                {
                  on: server.id,
                  key: name,
                  values: { source: source.name, names: differ.join(', ') },
                  evidence: { names: differ },
                },
              ]
            : [];
        }),
      ),
  }),
];

/** What an application feels after a failover, or replication trips over. */
const mustAgree: readonly string[] = [
  ...['lower_case_table_names', 'innodb_page_size', 'character_set_server', 'collation_server', 'time_zone'],
  ...['sql_mode', 'binlog_format', 'explicit_defaults_for_timestamp', 'max_allowed_packet', 'transaction_isolation'],
];
