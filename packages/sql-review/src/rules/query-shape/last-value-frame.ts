import { at, defineRule } from '../../rule.ts';

export const lastValueFrame = defineRule({
  id: 'last-value-frame',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'LAST_VALUE without a frame looks up to the current row only, which is its own value.',
    zh: 'LAST_VALUE 默认窗口只到当前行，得到的通常就是当前行的值。',
  },
  on: ['aggregate'],
  check: (call) =>
    call.name === 'LAST_VALUE' &&
    call.over?.kind === 'window-spec' &&
    !call.over.frame &&
    call.over.orderBy.length > 0 &&
    at(
      call,
      'Add ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING.',
      '请加上 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING。',
    ),
});
