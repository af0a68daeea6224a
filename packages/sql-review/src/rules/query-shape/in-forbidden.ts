import { at, defineRule } from '../../rule.ts';

export const inForbidden = defineRule({
  id: 'in-forbidden',
  grade: 'N',
  off: true,
  theme: 'query-shape',
  why: {
    en: 'Where IN lists have grown out of hand, a policy forbids them: join with a table of the values.',
    zh: 'IN 列表失控时可由策略禁止：请改为与存放这些值的表连接。',
  },
  on: ['in-list', 'in-query'],
  check: (node) => at(node, 'IN is not wanted here.', '此处不允许使用 IN。'),
});
