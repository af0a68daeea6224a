import { at, defineRule } from '../../rule.ts';

export const replicationFilter = defineRule({
  id: 'replication-filter',
  grade: 'W',
  theme: 'replication',
  why: {
    en: 'A filtered replica lacks rows without saying so; it cannot take over and cannot be backed up as a whole.',
    zh: '配置了过滤的从库会悄悄缺失数据，既不能接管主库，也不能作为完整备份源。',
  },
  on: ['change-filter'],
  check: (statement) => at(statement, 'A replica will leave out changes.', '从库将跳过部分变更。'),
});
