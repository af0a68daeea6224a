import { at, defineRule } from '../../rule.ts';

export const useInScript = defineRule({
  id: 'use-in-script',
  grade: 'N',
  theme: 'transactions',
  why: {
    en: 'USE in the middle of a script sends the rest elsewhere: a part run alone hits the wrong schema.',
    zh: '脚本中途 USE 会让后续语句作用到别的库，单独执行其中一段容易选错库。',
  },
  on: ['use'],
  check: (statement, { history }) =>
    history.count > 0 && at(statement, 'The schema is switched in the middle of a script.', '脚本中途切换了库。'),
});
