import { at, defineRule } from '../../rule.ts';

export const rightJoin = defineRule({
  id: 'right-join',
  grade: 'N',
  theme: 'joins',
  why: {
    en: 'A RIGHT JOIN is a LEFT JOIN read backwards: the same tables turned round are easier to follow.',
    zh: 'RIGHT JOIN 等价于交换两表的 LEFT JOIN，后者更易读。',
  },
  on: ['join'],
  check: (join) =>
    join.type === 'RIGHT JOIN' && at(join, 'Turn the tables and write LEFT JOIN.', '请交换两表并改写为 LEFT JOIN。'),
});
