import { defineFinding } from '../define-finding.ts';
import { partOf, type Seen } from '../fleet.ts';

/** Users' tables without a primary key; only where tables and indexes were both read whole. */
function keyless(server: Seen): readonly string[] {
  const { tables, indexes } = server.portrait?.contents ?? {};
  if (!tables?.ok || !indexes?.ok || tables.more || indexes.more) return [];
  // A server that shows no index at all may only hide them.
  if (indexes.value.length === 0) return [];
  const keyed = new Set(
    indexes.value.filter(({ name }) => name === 'PRIMARY').map(({ schema, table }) => JSON.stringify([schema, table])),
  );
  return tables.value
    .filter(({ kind, schema, name }) => kind === 'table' && !keyed.has(JSON.stringify([schema, name])))
    .map(({ schema, name }) => `${schema}.${name}`);
}

export const schemas = [
  defineFinding({
    code: 'TABLES_NOT_TRANSACTIONAL',
    grade: 'bad',
    title: { en: 'Tables without transactions', zh: '存在非事务表' },
    words: {
      en: '{server} has user tables without transactions ({count}): {tables}.',
      zh: '{server} 有 {count} 张用户表不支持事务：{tables}。',
    },
    why: {
      en: 'A crash leaves them half written and different from the replicas; a consistent backup must lock them.',
      zh: '崩溃会使其写入不完整并与从库不一致；一致性备份必须锁表。',
    },
    next: {
      en: 'ALTER TABLE … ENGINE=InnoDB, at a quiet hour: it copies the table.',
      zh: '请在低峰期执行 ALTER TABLE … ENGINE=InnoDB：会复制整张表。',
    },
    find: ({ seen }) =>
      seen.flatMap((server) => {
        const tables = partOf(server, (portrait) => portrait.nonTransactional) ?? [];
        const names = tables.map(({ schema, table, engine }) => `${schema}.${table} (${engine})`);
        return names.length > 0
          ? [
              {
                on: server.id,
                values: { count: names.length, tables: names.slice(0, 5).join(', ') },
                evidence: { tables: names.slice(0, 50) },
              },
            ]
          : [];
      }),
  }),
  defineFinding({
    code: 'TABLES_WITHOUT_PRIMARY_KEY',
    grade: 'warn',
    title: { en: 'Tables without a primary key', zh: '存在无主键表' },
    words: {
      en: '{server} has tables without a primary key ({count}): {tables}.',
      zh: '{server} 有 {count} 张表没有主键：{tables}。',
    },
    why: {
      en: 'Each changed row is searched through the whole table on the replica: lag. Online changes cannot work on them.',
      zh: '从库回放时每行都要全表查找，造成延迟；也无法在线变更。',
    },
    next: {
      en: 'Add a primary key, an invisible one if the application must not see it.',
      zh: '请添加主键；如不希望应用看到，可使用不可见列。',
    },
    find: ({ seen }) =>
      seen
        .filter(({ isReplica }) => !isReplica)
        .flatMap((server) => {
          const names = keyless(server);
          return names.length > 0
            ? [
                {
                  on: server.id,
                  values: { count: names.length, tables: names.slice(0, 5).join(', ') },
                  evidence: { tables: names.slice(0, 50) },
                },
              ]
            : [];
        }),
  }),
  defineFinding({
    code: 'SCHEMAS_NOT_READ',
    grade: 'info',
    title: { en: 'Schemas too large to read at once', zh: '部分库过大未读取' },
    words: {
      en: 'On {server} the tables of these schemas were not read ({count}): {schemas}.',
      zh: '{server} 上有 {count} 个库的表未读取：{schemas}。',
    },
    why: {
      en: 'Reading sizes of very many tables stalls some servers; the data dictionary reads them page by page.',
      zh: '一次读取大量表的大小会使部分服务器卡顿；数据字典会分页读取。',
    },
    next: {
      en: 'Nothing to do; raise the limit for this server if it may be asked more.',
      zh: '无需处理；若该服务器允许，可调高上限。',
    },
    find: ({ seen }) =>
      seen.flatMap((server) => {
        const skipped = server.portrait?.contents.skipped ?? [];
        const names = skipped.map(({ schema }) => schema);
        return names.length > 0
          ? [
              {
                on: server.id,
                values: { count: names.length, schemas: names.slice(0, 5).join(', ') },
                evidence: { schemas: names.slice(0, 50) },
              },
            ]
          : [];
      }),
  }),
  defineFinding({
    code: 'NO_BACKUP_KNOWN',
    grade: 'warn',
    title: { en: 'No backup known', zh: '没有已知的备份' },
    words: {
      en: 'Myriad knows of no backup of this cluster that could be restored.',
      zh: 'Myriad 未掌握该集群任何可恢复的备份。',
    },
    why: {
      en: 'A mistake, a broken disk or a bad upgrade would end in lost data. Backups nobody restored count as none.',
      zh: '误操作、磁盘损坏或升级失败都可能导致数据丢失；从未恢复验证过的备份不算备份。',
    },
    next: {
      en: 'Raise the cluster to the level “back up”, and restore one backup as a drill.',
      zh: '请将集群提升到“备份”级别，并演练恢复一次。',
    },
    find: ({ context, seen }) =>
      seen.length > 0 && typeof context.backup === 'string'
        ? [{ grade: context.backup === 'none' ? 'bad' : 'warn', evidence: { backup: context.backup } }]
        : [],
  }),
  defineFinding({
    code: 'BACKUP_OLD',
    grade: 'bad',
    title: { en: 'The last backup is old', zh: '最近备份已过旧' },
    words: { en: 'The last backup is {days} days old.', zh: '最近一次备份已有 {days} 天。' },
    why: {
      en: 'Everything since then depends on binary logs that may be gone.',
      zh: '此后的数据依赖可能已被清理的二进制日志。',
    },
    next: { en: 'See why backups fail, and take one now.', zh: '请查明备份失败原因，并立即备份。' },
    find: ({ context }) => {
      if (typeof context.backup === 'string') return [];
      const days = Math.floor((context.now - context.backup.lastAt) / 86_400_000);
      return days >= 2 ? [{ values: { days }, evidence: { lastAt: context.backup.lastAt } }] : [];
    },
  }),
];
