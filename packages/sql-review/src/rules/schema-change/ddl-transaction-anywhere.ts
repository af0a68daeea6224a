import { at, defineRule } from '../../rule.ts';

export const ddlTransactionAnywhere = defineRule({
  id: 'ddl-transaction-anywhere',
  grade: 'W',
  theme: 'schema-change',
  tier: 'instance',
  why: {
    en: 'A transaction has been open for long, and this server does not tell which tables it holds (performance_schema without metadata locks, no plugin metadata_lock_info): the change may wait for it, and all others behind the change.',
    zh: '有事务长时间未提交，而该服务器无法给出它占用哪些表（performance_schema 未记录元数据锁，也没有 metadata_lock_info 插件）：变更可能等待它，其他语句又排在变更之后。',
  },
  parameters: { seconds: 60 },
  on: [
    'alter-table', 'create-index', 'drop-index', 'drop-table', 'truncate-table', 'rename-table', 'create-trigger',
  ], // biome-ignore format: a list
  check: (statement, { facts }, { seconds }) => {
    const oldest = facts.instance?.transactions
      ?.filter((one) => one.isAnywhere && one.seconds >= seconds)
      .toSorted((a, b) => b.seconds - a.seconds)[0];
    if (oldest === undefined) return undefined;
    const name = `${oldest.user ?? '?'}@${oldest.host ?? '?'}`;
    return at(
      statement,
      `Session ${oldest.session ?? '?'} of ${name} has had a transaction open for ${oldest.seconds} s.`,
      `会话 ${oldest.session ?? '?'}（${name}）的事务已开启 ${oldest.seconds} 秒。`,
    );
  },
});
