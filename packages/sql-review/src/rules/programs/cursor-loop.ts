import { at, defineRule } from '../../rule.ts';

export const cursorLoop = defineRule({
  id: 'cursor-loop',
  grade: 'N',
  theme: 'programs',
  why: {
    en: 'A cursor does row by row what one statement does at once.',
    zh: '游标逐行处理，通常可用一条语句完成。',
  },
  on: ['declare-cursor'],
  check: (cursor) => at(cursor, 'Can one statement do this?', '能否用一条语句完成？'),
});
