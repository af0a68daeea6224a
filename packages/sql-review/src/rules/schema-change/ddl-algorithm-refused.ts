import { predictDdl } from '../../predict/predict-ddl.ts';
import { at, defineRule } from '../../rule.ts';

export const ddlAlgorithmRefused = defineRule({
  id: 'ddl-algorithm-refused',
  grade: 'E',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'ALGORITHM= or LOCK= asks for less than this change needs: the server refuses the statement (errors 1845, 1846).',
    zh: 'ALGORITHM= 或 LOCK= 要求的方式低于该变更所需，服务器会拒绝执行（错误 1845、1846）。',
  },
  on: ['alter-table', 'create-index', 'drop-index'],
  check: (statement, context) => {
    const [predicted] = predictDdl(statement, context);
    if (!predicted?.isRefused) return undefined;
    const [reason] = predicted.reasons;
    const place = statement.kind === 'alter-table' ? statement.name : statement.table;
    return at(
      place,
      `It takes ${predicted.algorithm} with LOCK=${predicted.lock}. ${reason?.en ?? ''}`.trim(),
      `需要 ${predicted.algorithm}、LOCK=${predicted.lock}。${reason?.zh ?? ''}`,
    );
  },
});
