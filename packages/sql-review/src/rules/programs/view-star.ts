import type { QueryBody, SelectItem } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

export const viewStar = defineRule({
  id: 'view-star',
  grade: 'W',
  theme: 'programs',
  why: {
    en: 'A view keeps the columns * had on the day it was made.',
    zh: '视图中的 * 在创建时就固定为当时的列。',
  },
  on: ['create-view', 'alter-view'],
  check: ({ query }) =>
    itemsOf(query.body)
      .filter(({ expression }) => expression.kind === 'star')
      .map((item) => at(item, 'Name the columns of the view.', '请写明视图的列。')),
});

/** Of every part of a UNION. */
function itemsOf(body: QueryBody): readonly SelectItem[] {
  if (body.kind === 'select') return body.items;
  if (body.kind === 'query') return itemsOf(body.body);
  return body.kind === 'set-operation' ? [body.first, ...body.rest.map((part) => part.body)].flatMap(itemsOf) : [];
}
