import { at, defineRule } from '../../rule.ts';
import { bare, columnsIn, conditionsIn } from '../../tree/conditions.ts';
import { isIndexed } from '../../tree/indexed-expressions.ts';
import { wrapsColumn } from '../../tree/wrapped-columns.ts';

export const functionInRange = defineRule({
  id: 'function-in-range',
  grade: 'W',
  theme: 'functions',
  why: {
    en: 'A function around a column of IN, BETWEEN, LIKE or IS NULL keeps its index from being used.',
    zh: '对 IN、BETWEEN、LIKE、IS NULL 中的列使用函数会导致索引失效。',
  },
  on: ['select', 'update', 'delete', 'join'],
  check: (node, context) =>
    conditionsIn(node.kind === 'join' ? node.on : node.where).flatMap((condition) => {
      if (!ranges.has(condition.kind) || !('operand' in condition) || condition.operand === undefined) return [];
      const side = bare(condition.operand);
      return wrapsColumn(side) && !columnsIn(side).every(context.isVariable) && !isIndexed(side, context)
        ? [at(side, 'The index of the column is not used.', '无法使用该列的索引。')]
        : [];
    }),
});

/** A regular expression finds no index anyway. */
const ranges: ReadonlySet<string> = new Set(['in-list', 'in-query', 'between', 'like', 'is']);
