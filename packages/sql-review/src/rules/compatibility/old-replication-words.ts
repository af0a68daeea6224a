import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

export const oldReplicationWords = defineRule({
  id: 'old-replication-words',
  grade: 'N',
  theme: 'compatibility',
  why: {
    en: 'MASTER and SLAVE are the old words: deprecated in 8.0, refused from 8.4 on.',
    zh: 'MASTER、SLAVE 为旧写法：8.0 中已弃用，8.4 起不再支持。',
  },
  versions: mysqlFrom(80022),
  on: ['replica-control', 'change-source', 'reset-target', 'show'],
  check: (node) => {
    const words = node.kind === 'change-source' ? node.verb : node.what;
    return (
      (words.includes('MASTER') || words.includes('SLAVE')) &&
      at(node, 'Use SOURCE and REPLICA.', '请使用 SOURCE 和 REPLICA。')
    );
  },
});
