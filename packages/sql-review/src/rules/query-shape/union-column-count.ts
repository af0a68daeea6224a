import type { QueryBody } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

const widthOf = (body: QueryBody): number | undefined => {
  if (body.kind === 'query') return widthOf(body.body);
  if (body.kind === 'set-operation') return widthOf(body.first);
  if (body.kind === 'values-table') return body.rows[0]?.items.length;
  if (body.kind !== 'select' || body.items.some(({ expression }) => expression.kind === 'star')) return undefined;
  return body.items.length;
};

export const unionColumnCount = defineRule({
  id: 'union-column-count',
  grade: 'E',
  theme: 'query-shape',
  why: {
    en: 'All parts of a UNION give the same number of columns (error 1222).',
    zh: 'UNION 各部分的列数必须一致（错误 1222）。',
  },
  on: ['set-operation'],
  check: ({ first, rest }) => {
    const width = widthOf(first);
    return rest
      .filter(({ body }) => width !== undefined && (widthOf(body) ?? width) !== width)
      .map((part) =>
        at(
          part,
          `${widthOf(part.body)} columns here, ${width} in the first part.`,
          `此处 ${widthOf(part.body)} 列，第一部分为 ${width} 列。`,
        ),
      );
  },
});
