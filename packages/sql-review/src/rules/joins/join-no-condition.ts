import { at, defineRule } from '../../rule.ts';
import { unjoinedIn } from '../../tree/unjoined.ts';

export const joinNoCondition = defineRule({
  id: 'join-no-condition',
  grade: 'E',
  theme: 'joins',
  why: {
    en: 'Tables that no condition connects are multiplied: every row of one meets every row of the other.',
    zh: '没有连接条件的表会产生笛卡尔积：一张表的每一行与另一张表的所有行组合。',
  },
  on: ['select'],
  check: ({ from, where }) => {
    const [first, ...others] = from;
    return (
      first &&
      unjoinedIn({ tables: from, where }) === 'forgotten' &&
      at(
        { start: first.start, end: (others.at(-1) ?? first).end },
        'No condition connects these tables.',
        '这些表之间没有连接条件。',
      )
    );
  },
});
