import { at, defineRule } from '../../rule.ts';

export const joinComma = defineRule({
  id: 'join-comma',
  grade: 'N',
  theme: 'joins',
  why: {
    en: 'Tables joined by commas hide their conditions in WHERE: one that is forgotten makes a product of both.',
    zh: '逗号连接把连接条件藏在 WHERE 中：漏写一个就会产生笛卡尔积。',
  },
  on: ['select'],
  check: ({ from }) => {
    const [, second] = from;
    return (
      second &&
      from.every((table) => table.kind === 'named-table') &&
      at(second, 'Write JOIN … ON.', '请改写为 JOIN … ON。')
    );
  },
});
