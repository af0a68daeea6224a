import { predictDdl } from '../../predict/predict-ddl.ts';
import { at, defineRule } from '../../rule.ts';

export const ddlRewritesTable = defineRule({
  id: 'ddl-rewrites-table',
  grade: 'N',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'Every row is written anew, or writes are stopped for as long as it takes: in seconds on a small table, in hours on a large one.',
    zh: '该变更需要重写每一行，或在执行期间阻塞写入：小表几秒，大表可能数小时。',
  },
  on: ['alter-table', 'create-index'],
  check: (statement, context) => {
    const [predicted] = predictDdl(statement, context);
    if (!predicted || predicted.isRefused || predicted.lock === undefined) return undefined;
    if (!predicted.rebuilds && predicted.lock === 'NONE') return undefined;
    const [reason] = predicted.reasons;
    const place = statement.kind === 'alter-table' ? statement.name : statement.table;
    const { algorithm, lock, rebuilds } = predicted;
    return at(
      place,
      `${algorithm}${rebuilds ? ', the table is rebuilt' : ''}, LOCK=${lock}. ${reason?.en ?? ''}`.trim(),
      `${algorithm}${rebuilds ? '，重建表' : ''}，LOCK=${lock}。${reason?.zh ?? ''}`,
    );
  },
});
