import { at, defineRule } from '../../rule.ts';

export const ddlAlgorithmRequired = defineRule({
  id: 'ddl-algorithm-required',
  grade: 'N',
  off: true,
  theme: 'schema-change',
  why: {
    en: 'With ALGORITHM= the server refuses what would be dearer than expected.',
    zh: '写明 ALGORITHM= 后，代价超出预期的变更会被拒绝。',
  },
  on: ['alter-table', 'create-index', 'drop-index'],
  check: (statement) => {
    const settings = statement.kind === 'alter-table' ? statement.actions : statement.how;
    return (
      !settings.some((action) => action.kind === 'setting' && action.name === 'ALGORITHM') &&
      at(
        statement.kind === 'alter-table' ? statement.name : statement.table,
        'ALGORITHM= is missing.',
        '缺少 ALGORITHM=。',
      )
    );
  },
});
