import { at, defineRule } from '../../rule.ts';

export const callProcedure = defineRule({
  id: 'call-procedure',
  grade: 'N',
  off: true,
  theme: 'programs',
  why: {
    en: 'What a procedure does is not in the text: review its body too.',
    zh: '存储过程的动作不在文本中，请同时审核其代码。',
  },
  on: ['call-procedure'],
  check: ({ name }) => at(name, 'The statements that run are elsewhere.', '实际执行的语句不在此处。'),
});
