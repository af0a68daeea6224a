import type { DataType } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';
import { bare } from '../../tree/conditions.ts';
import { isLongType } from '../../tree/keys.ts';

/** Characters of VARCHAR and its like. */
const sizeOfText = (type: DataType | undefined): number | undefined =>
  type?.name.includes('CHAR') || type?.name === 'VARBINARY' ? sizeOf(type) : undefined;

export const orderByLong = defineRule({
  id: 'order-by-long',
  grade: 'W',
  theme: 'query-shape',
  tier: 'schema',
  why: {
    en: 'Sorting by TEXT, BLOB or a long VARCHAR compares max_sort_length bytes only, and spills to disk.',
    zh: '按 TEXT、BLOB 或很长的 VARCHAR 排序只比较 max_sort_length 字节，且容易落盘。',
  },
  parameters: { length: 1000 },
  on: ['order-item'],
  check: ({ expression }, { columnOf }, { length }) => {
    const column = bare(expression);
    const stored = column.kind === 'column' ? columnOf(column) : undefined;
    return (
      stored &&
      (isLongType(stored.column.type) || (sizeOfText(stored.column.type) ?? 0) > length) &&
      at(expression, `${stored.column.name} is a long text.`, `${stored.column.name} 是大字段。`)
    );
  },
});
