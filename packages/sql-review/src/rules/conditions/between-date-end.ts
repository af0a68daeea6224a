import { at, defineRule } from '../../rule.ts';
import { stringIn } from '../../tree/calls.ts';
import { bare } from '../../tree/conditions.ts';
import { isRealDate } from '../../tree/dates.ts';

export const betweenDateEnd = defineRule({
  id: 'between-date-end',
  grade: 'W',
  theme: 'conditions',
  why: {
    en: 'BETWEEN two dates on a time leaves out the last day, besides its first second.',
    zh: '对时间列使用日期 BETWEEN 会漏掉最后一天（仅包含零点）。',
  },
  on: ['between'],
  check: (node) => {
    const [from, to] = [stringIn(node.low), stringIn(node.high)];
    const isDay = (text: string | undefined) => text !== undefined && text.length === 10 && isRealDate(text) === true;
    const column = bare(node.operand);
    const name = column.kind === 'column' ? column.name.name.toLowerCase() : '';
    return (
      isDay(from) &&
      isDay(to) &&
      (name.endsWith('_at') || name.endsWith('time')) &&
      at(node, 'Use >= the first day and < the day after the last.', '请使用 >= 起始日 且 < 结束日的次日。')
    );
  },
});
