import { at, defineRule } from '../../rule.ts';

export const priorityWord = defineRule({
  id: 'priority-word',
  grade: 'N',
  theme: 'change-safety',
  why: {
    en: 'LOW_PRIORITY and HIGH_PRIORITY speak to engines that lock whole tables; InnoDB does not listen.',
    zh: 'LOW_PRIORITY、HIGH_PRIORITY 只对使用表级锁的引擎有效，对 InnoDB 没有作用。',
  },
  on: ['insert', 'update', 'delete'],
  check: (change) => {
    const has =
      change.kind === 'insert'
        ? change.priority?.endsWith('_PRIORITY')
        : change.kind === 'update'
          ? change.lowPriority
          : change.options.includes('LOW_PRIORITY');
    return has && at(change, 'The priority has no effect on InnoDB.', '该优先级关键字对 InnoDB 无效。');
  },
});
