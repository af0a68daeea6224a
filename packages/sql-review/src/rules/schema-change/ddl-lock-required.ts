import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

export const ddlLockRequired = defineRule({
  id: 'ddl-lock-required',
  grade: 'N',
  off: true,
  theme: 'schema-change',
  why: {
    en: 'With LOCK=NONE the server refuses what would stop writes.',
    zh: '写明 LOCK=NONE 后，会阻塞写入的变更会被拒绝。',
  },
  on: ['alter-table', 'create-index', 'drop-index'],
  check: (statement) => {
    const settings = statement.kind === 'alter-table' ? statement.actions : statement.how;
    return (
      !settings.some(
        (action) =>
          action.kind === 'setting' &&
          (action.name === 'LOCK' || (action.name === 'ALGORITHM' && isSame(wordOf(action.value), 'INSTANT'))),
      ) && at(statement.kind === 'alter-table' ? statement.name : statement.table, 'LOCK= is missing.', '缺少 LOCK=。')
    );
  },
});
