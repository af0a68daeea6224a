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
    if (!limit || body.kind !== 'set-operation') return undefined;
    const parts = [body.first, ...body.rest.map((part) => part.body)];
    if (body.rest.some(({ operator }) => operator !== 'UNION')) return undefined;
    if (!parts.every((part) => part.kind === 'select' || (part.kind === 'query' && part.limit === undefined)))
      return undefined;
    return body.rest.every(({ quantifier }) => quantifier === 'ALL')
      ? at(limit, 'Put ORDER BY and a LIMIT into each part too.', '请在每个部分中也加上 ORDER BY 和 LIMIT。')
      : at(
          limit,
          'Put DISTINCT, ORDER BY and a LIMIT into each part too.',
          '请在每个部分中也加上 DISTINCT、ORDER BY 和 LIMIT。',
        );
  },
});
