import { at, defineRule } from '../../rule.ts';

export const aggregateForbidden = defineRule({
  id: 'aggregate-forbidden',
  grade: 'N',
  off: true,
  theme: 'query-shape',
  why: {
    en: 'Where sums belong to a store of their own, a policy keeps them from the servers of the application.',
    zh: '统计应在专门的分析库中进行时，可由策略禁止在业务库上聚合。',
  },
  on: ['aggregate'],
  check: (call) => !call.over && at(call, `${call.name} is not wanted here.`, `此处不允许使用 ${call.name}。`),
});
