import { at, defineRule } from '../../rule.ts';

export const sumDistinct = defineRule({
  id: 'sum-distinct',
  grade: 'W',
  theme: 'functions',
  why: {
    en: 'AVG or SUM of DISTINCT values counts equal amounts once: is that wanted?',
    zh: 'SUM、AVG 加 DISTINCT 会把相同的金额只算一次，请确认是否符合预期。',
  },
  on: ['aggregate'],
  check: (call) =>
    (call.name === 'SUM' || call.name === 'AVG') &&
    call.distinct &&
    at(call, 'Equal values count once.', '相同的值只计算一次。'),
});
