import { defineProblems } from './problem.ts';

/** Everything the endpoints of metrics can refuse. */
export const metricProblems = defineProblems({
  METRIC_RANGE_WRONG: {
    status: 422,
    words: { en: 'The range must end after it begins.', zh: '时间范围的结束须晚于开始。' },
    next: {
      en: 'Give from and to in milliseconds since 1970, from first.',
      zh: '请以 1970 年起的毫秒数给出 from 与 to，from 在前。',
    },
  },
  METRIC_RANGE_TOO_LONG: {
    status: 422,
    words: {
      en: 'At {step} s a point this range has {points} points; {most} are the most.',
      zh: '按每点 {step} 秒，该范围有 {points} 个点，最多 {most} 个。',
    },
    next: { en: 'Choose a shorter range, or step=auto.', zh: '请缩短范围，或使用 step=auto。' },
  },
});
