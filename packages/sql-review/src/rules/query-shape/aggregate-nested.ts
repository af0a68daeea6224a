import type { Aggregate } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

export const aggregateNested = defineRule({
  id: 'aggregate-nested',
  grade: 'E',
  theme: 'query-shape',
  why: {
    en: 'An aggregate cannot stand inside another one (error 1111).',
    zh: '聚合函数不能直接嵌套（错误 1111）。',
  },
  on: ['aggregate'],
  check: (call, { parentOf }) => {
    for (let above = parentOf(call); above && above.kind !== 'query'; above = parentOf(above))
      if (above.kind === 'aggregate' && !(above as Aggregate).over && !call.over)
        return at(call, 'An aggregate inside an aggregate.', '聚合函数嵌套在另一个聚合函数中。');
    return undefined;
  },
});
