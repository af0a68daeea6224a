import { at, defineRule } from '../../rule.ts';

export const changeSource = defineRule({
  id: 'change-source',
  grade: 'W',
  theme: 'replication',
  why: {
    en: 'Whom a replica follows is decided by the topology, not by a script: two sources that disagree lose changes.',
    zh: '从库跟随谁应由拓扑管理决定，而不是写在脚本中：源选错会丢失变更。',
  },
  on: ['change-source'],
  check: (statement) => at(statement, 'The source of replication is changed.', '复制源将被修改。'),
});
