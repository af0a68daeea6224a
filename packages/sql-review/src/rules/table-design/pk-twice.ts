import { at, defineRule } from '../../rule.ts';
import { isPrimaryElement } from '../../tree/keys.ts';

export const pkTwice = defineRule({
  id: 'pk-twice',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'A table has one primary key (error 1068).',
    zh: '一张表只能有一个主键（错误 1068）。',
  },
  on: ['create-table'],
  check: ({ elements }) =>
    elements
      .filter(isPrimaryElement)
      .slice(1)
      .map((element) => at(element, 'A second primary key.', '重复定义了主键。')),
});
