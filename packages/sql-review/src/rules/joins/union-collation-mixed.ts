import type { QueryBody, SelectItem } from '@myriad/sql';
import { collationOf } from '../../advice/comparable.ts';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';
import { isTextType } from '../../tree/keys.ts';

export const unionCollationMixed = defineRule({
  id: 'union-collation-mixed',
  grade: 'W',
  theme: 'joins',
  tier: 'schema',
  why: {
    en: 'Columns of different collations meet in a UNION or in IN: the result is refused where it is compared (error 1267), sorted otherwise, or read without an index. It is what an upgrade leaves: old tables in general_ci, new ones in 0900_ai_ci.',
    zh: 'UNION 或 IN 中的列排序规则不同：比较时可能报错（错误 1267）、排序结果不同或无法使用索引。常见于升级后旧表为 general_ci、新表为 0900_ai_ci。',
  },
  on: ['set-operation', 'in-query'],
  check: (node, context) => {
    if (node.kind === 'in-query') {
      const [item] = itemsOf(node.query.body);
      const own = collationIn(node.operand, context);
      const theirs = item && collationIn(item.expression, context);
      return isMixed(own, theirs) ? at(node, ...words(own ?? '', theirs ?? '')) : undefined;
    }
    const first = itemsOf(node.first);
    return node.rest.flatMap(({ body }) =>
      itemsOf(body).flatMap((item, place) => {
        const upper = first[place];
        const [own, theirs] = [collationIn(item.expression, context), upper && collationIn(upper.expression, context)];
        return isMixed(own, theirs) ? [at(item, ...words(theirs ?? '', own ?? ''))] : [];
      }),
    );
  },
});

const isMixed = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

const words = (a: string, b: string): readonly [string, string] => [`${a} meets ${b}.`, `${a} 与 ${b} 混用。`];

function itemsOf(body: QueryBody): readonly SelectItem[] {
  if (body.kind === 'select') return body.items;
  if (body.kind === 'query') return itemsOf(body.body);
  return body.kind === 'set-operation' ? itemsOf(body.first) : [];
}

function collationIn(expression: SelectItem['expression'], { columnOf, dialect }: Context): string | undefined {
  const inner = expression.kind === 'star' ? undefined : bare(expression);
  const stored = inner?.kind === 'column' ? columnOf(inner) : undefined;
  return stored && isTextType(stored.column.type) ? collationOf(stored.column, stored.table, dialect) : undefined;
}
