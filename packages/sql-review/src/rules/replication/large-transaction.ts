import type { Context } from '../../context.ts';
import { nameOf } from '../../context.ts';
import { variableOf } from '../../facts/instance.ts';
import { bytesOf } from '../../facts/statistics.ts';
import { at, defineRule } from '../../rule.ts';

export const largeTransaction = defineRule({
  id: 'large-transaction',
  grade: 'E',
  theme: 'replication',
  tier: 'explain',
  why: {
    en: 'What the change writes to the binary log is more than a transaction may: it is rolled back at the end (error 1197), or the group turns it down.',
    zh: '该变更写入 binlog 的数据量超过单个事务的上限：执行到最后会被回滚（错误 1197），或被组复制拒绝。',
  },
  on: ['update', 'delete', 'insert'],
  check: (change, context) => {
    const count = context.plan?.affectedRows?.count;
    const limit = limitOf(context);
    if (change !== context.statement || count === undefined || limit === undefined) return undefined;
    const table = change.kind === 'insert' ? change.table : undefined;
    const [first] = change.kind === 'insert' ? [] : change.tables;
    const name = table ?? (first?.kind === 'named-table' ? first.name : undefined);
    const size = name && context.statisticsOf(nameOf(name));
    if (!size?.rows) return undefined;
    // An UPDATE logs the row before and after.
    const bytes =
      count *
      (size.dataBytes === undefined ? 0 : bytesOf({ dataBytes: size.dataBytes }) / size.rows) *
      (change.kind === 'update' ? 2 : 1);
    return (
      bytes > limit &&
      at(
        change,
        `About ${Math.round(bytes / 1_048_576)} MB in one transaction; at most ${Math.round(limit / 1_048_576)} MB.`,
        `单个事务约 ${Math.round(bytes / 1_048_576)} MB，上限为 ${Math.round(limit / 1_048_576)} MB。`,
      )
    );
  },
});

/** Bytes. */
function limitOf({ facts: { instance } }: Context): number | undefined {
  const names = [
    'max_binlog_cache_size',
    ...(instance?.groupReplication ? ['group_replication_transaction_size_limit'] : []),
  ];
  const limits = names.map((name) => Number(variableOf(instance, name) ?? 0)).filter((limit) => limit > 0);
  return limits.length === 0 ? undefined : Math.min(...limits);
}
