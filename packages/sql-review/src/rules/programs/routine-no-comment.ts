import { at, defineRule } from '../../rule.ts';

export const routineNoComment = defineRule({
  id: 'routine-no-comment',
  grade: 'N',
  off: true,
  theme: 'programs',
  why: {
    en: 'What a routine is for is asked by whoever finds it years later.',
    zh: '存储程序应写明用途。',
  },
  on: ['create-routine'],
  check: ({ characteristics, name }) =>
    !characteristics.some(({ comment }) => comment) && at(name, 'No COMMENT.', '没有 COMMENT。'),
});
