import { at, defineRule } from '../../rule.ts';
import { isMysql } from '../../versions.ts';

export const indexMadeInvisible = defineRule({
  id: 'index-made-invisible',
  grade: 'N',
  theme: 'indexes',
  why: {
    en: 'An invisible index is still written with every change: it is a step on the way to dropping it, not a state to stay in.',
    zh: '不可见索引仍需维护：它只是删除前的过渡状态，不宜长期保留。',
  },
  versions: isMysql,
  on: ['alter-element'],
  check: (action) =>
    action.what === 'INDEX' &&
    action.to === 'INVISIBLE' &&
    at(
      action,
      'The optimizer no longer sees this index: drop it later, or make it visible again.',
      '优化器将不再使用该索引：请在观察后删除或恢复可见。',
    ),
});
