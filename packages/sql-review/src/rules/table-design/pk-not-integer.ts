import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { keyColumnsMade, tableAfter } from '../../tree/elements.ts';
import { isIntegerType } from '../../tree/types.ts';

export const pkNotInteger = defineRule({
  id: 'pk-not-integer',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'A primary key of text, time or floating numbers is copied into every secondary index and inserted all over the tree.',
    zh: '主键使用字符、时间或浮点类型时，会被复制到每个二级索引中，且写入位置随机。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }) =>
    keyColumnsMade(statement, schema).flatMap(({ place, column: { type } }) => {
      if (!type || isIntegerType(type)) return [];
      // Every unique key of a partitioned table has to hold the columns of the partitioning.
      const { partitions } = tableAfter(statement, schema);
      if (partitions?.columns.some((column) => isSame(column, place.name))) return [];
      return [at(place, `${type.name} in the primary key.`, `主键使用了 ${type.name} 类型。`)];
    }),
});
