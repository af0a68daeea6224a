import type { DataType } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';
import { columnsDefined, tableAfter } from '../../tree/elements.ts';
import { typeNameOf } from '../../tree/types.ts';

export const varcharTotal = defineRule({
  id: 'varchar-total',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'Sorts and temporary tables reserve room by the declared length: many wide columns make them spill to disk.',
    zh: '排序和临时表可能按声明长度分配空间，过多宽列会导致落盘。',
  },
  parameters: { maximum: 20000 },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }, { maximum }) => {
    if (!columnsDefined(statement).some(({ type }) => lengthOf(type) > 0)) return undefined;
    const sum = tableAfter(statement, schema).columns.reduce((all, { type }) => all + lengthOf(type), 0);
    return (
      sum > maximum && at(statement.name, `${sum} characters in VARCHAR columns.`, `VARCHAR 总长度为 ${sum} 个字符。`)
    );
  },
});

/** In characters; CHAR counts as well. */
const lengthOf = (type: DataType | undefined): number =>
  type && ['CHAR', 'VARCHAR'].includes(typeNameOf(type)) ? (sizeOf(type) ?? 1) : 0;
