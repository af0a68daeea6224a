import { at, defineRule } from '../../rule.ts';
import { numberIn, stringIn } from '../../tree/calls.ts';
import { isRealDate } from '../../tree/dates.ts';

export const betweenReversed = defineRule({
  id: 'between-reversed',
  grade: 'E',
  theme: 'conditions',
  why: {
    en: 'BETWEEN with the larger bound first lets nothing through.',
    zh: 'BETWEEN 上下界写反时不会匹配任何行。',
  },
  on: ['between'],
  check: (node) => {
    const [low, high] = [numberIn(node.low), numberIn(node.high)];
    const [from, to] = [stringIn(node.low), stringIn(node.high)];
    const dates = from !== undefined && to !== undefined && isRealDate(from) && isRealDate(to) && from > to;
    return (
      ((low !== undefined && high !== undefined && low > high) || dates) &&
      at(node, 'The first bound is the larger one.', '下界大于上界。')
    );
  },
});
