import { at, defineRule } from '../../rule.ts';

export const unionLimitOutside = defineRule({
  id: 'union-limit-outside',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A LIMIT around a UNION of large parts reads all of them: a LIMIT in each part too reads less.',
    zh: 'UNION 外层的 LIMIT 会先读取各部分的全部数据；在每个部分中也加上 LIMIT 可减少读取。',
  },
  on: ['query'],
  check: ({ body, limit }) => {
    if (!limit || limit.offset || body.kind !== 'set-operation') return undefined;
    const parts = [body.first, ...body.rest.map((part) => part.body)];
    const isAll = body.rest.every(({ operator, quantifier }) => operator === 'UNION' && quantifier === 'ALL');
    return (
      isAll &&
      parts.every((part) => part.kind === 'select' || (part.kind === 'query' && part.limit === undefined)) &&
      at(limit, 'Put a LIMIT into each part too.', '请在每个部分中也加上 LIMIT。')
    );
  },
});
