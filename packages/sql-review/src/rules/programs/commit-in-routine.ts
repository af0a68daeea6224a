import { at, defineRule } from '../../rule.ts';
import { nearest } from '../../tree/tables.ts';

export const commitInRoutine = defineRule({
  id: 'commit-in-routine',
  grade: 'W',
  theme: 'programs',
  why: {
    en: 'A COMMIT inside a routine ends the transaction of whoever called it.',
    zh: '存储过程中的 COMMIT 会结束调用者的事务。',
  },
  on: ['end-transaction'],
  check: (node, { parentOf }) =>
    nearest(node, ['create-routine', 'create-trigger', 'define-event'], parentOf) &&
    at(node, 'It ends the transaction of the caller.', '会结束调用者的事务。'),
});
