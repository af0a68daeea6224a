import { at, defineRule } from '../../rule.ts';

export const eventDropsItself = defineRule({
  id: 'event-drops-itself',
  grade: 'N',
  theme: 'programs',
  why: {
    en: 'An event that runs once is dropped after it: without ON COMPLETION PRESERVE nobody sees later that it was there.',
    zh: '一次性事件执行后会被删除：不加 ON COMPLETION PRESERVE 则无迹可查。',
  },
  on: ['define-event'],
  check: ({ name, schedule, completion }) =>
    schedule?.at && completion !== 'PRESERVE' && at(name, 'Gone after its run.', '执行后会被自动删除。'),
});
