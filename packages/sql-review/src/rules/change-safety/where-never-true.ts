import { at, defineRule } from '../../rule.ts';
import { contradictionIn } from '../../tree/contradictions.ts';
import { truthOf } from '../../tree/truth.ts';

export const whereNeverTrue = defineRule({
  id: 'where-never-true',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'A condition that no row can meet makes the statement do nothing; it is nearly always a mistake in building it.',
    zh: '永远不成立的条件使语句什么也不做，通常是拼接语句时的错误。',
  },
  on: ['update', 'delete', 'select'],
  check: ({ where }) => {
    const place = where && truthOf(where) === 'never' ? where : contradictionIn(where);
    return place && at(place, 'No row can meet this condition.', '没有任何行能满足该条件。');
  },
});
