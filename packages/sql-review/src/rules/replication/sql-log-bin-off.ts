import { at, defineRule } from '../../rule.ts';
import { isOffValue, variableName } from '../../tree/settings.ts';

export const sqlLogBinOff = defineRule({
  id: 'sql-log-bin-off',
  grade: 'E',
  theme: 'replication',
  why: {
    en: 'Changes made with sql_log_bin off are not replicated: from then on the replicas differ, and a later change breaks them.',
    zh: '关闭 sql_log_bin 后的变更不会复制到从库：主从从此不一致，后续变更可能导致复制中断。',
  },
  on: ['set-variable'],
  check: (item) =>
    variableName(item) === 'sql_log_bin' &&
    isOffValue(item.value) &&
    at(item, 'The changes that follow are not replicated.', '后续变更不会被复制。'),
});
