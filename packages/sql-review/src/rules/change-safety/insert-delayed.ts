import { at, defineRule } from '../../rule.ts';

export const insertDelayed = defineRule({
  id: 'insert-delayed',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'DELAYED does nothing any more: the server reads the word, warns and inserts at once.',
    zh: 'DELAYED 已不起作用：服务器会忽略该关键字并给出警告，随后立即插入。',
  },
  on: ['insert'],
  check: ({ priority, table }) => priority === 'DELAYED' && at(table, 'DELAYED is ignored.', 'DELAYED 会被忽略。'),
});
