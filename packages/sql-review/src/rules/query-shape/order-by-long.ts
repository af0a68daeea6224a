import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';
import { isLongType } from '../../tree/keys.ts';

export const orderByLong = defineRule({
  id: 'order-by-long',
  grade: 'W',
  theme: 'query-shape',
  tier: 'schema',
  why: {
    en: 'Sorting by TEXT or BLOB compares max_sort_length bytes only, and spills to disk.',
    zh: '按 TEXT、BLOB 排序只比较 max_sort_length 字节，且容易落盘。',
  },
  on: ['order-item'],
  check: ({ expression }, { columnOf }) => {
    const column = bare(expression);
    const stored = column.kind === 'column' ? columnOf(column) : undefined;
    return (
      stored &&
      isLongType(stored.column.type) &&
      at(expression, `${stored.column.name} is a long text.`, `${stored.column.name} 是大字段。`)
    );
  },
});
