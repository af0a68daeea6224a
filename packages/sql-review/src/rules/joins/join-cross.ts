import { at, defineRule } from '../../rule.ts';
import { unjoinedIn } from '../../tree/unjoined.ts';

export const joinCross = defineRule({
  id: 'join-cross',
  grade: 'W',
  theme: 'joins',
  why: {
    en: 'CROSS JOIN asks for the product: a thousand rows here and a thousand there are a million.',
    zh: 'CROSS JOIN 会产生笛卡尔积：两边各一千行就是一百万行。',
  },
  on: ['select'],
  check: ({ from, where }) => {
    const [first, ...others] = from;
    return (
      first &&
      unjoinedIn({ tables: from, where }) === 'crossed' &&
      at(
        { start: first.start, end: (others.at(-1) ?? first).end },
        'Every row of one table meets every row of the other: is that wanted?',
        '一张表的每一行都会与另一张表的所有行组合，请确认是否需要。',
      )
    );
  },
});
