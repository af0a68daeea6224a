import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';
import { keyColumnsOf } from '../../tree/keys.ts';

const whole: ReadonlySet<string> = new Set([
  'TINYINT',
  'SMALLINT',
  'MEDIUMINT',
  'INT',
  'INTEGER',
  'BIGINT',
  'SERIAL',
  'INT1',
  'INT2',
  'INT3',
  'INT4',
  'INT8',
  'BOOL',
  'BOOLEAN',
]);

export const pkNotInteger = defineRule({
  id: 'pk-not-integer',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'A primary key of text, time or floating numbers is copied into every secondary index and inserted all over the tree.',
    zh: '主键使用字符、时间或浮点类型时，会被复制到每个二级索引中，且写入位置随机。',
  },
  on: ['create-table'],
  check: (statement) => {
    const { columns, partitions } = readTable(statement);
    return keyColumnsOf(statement).flatMap((name) => {
      const type = columns.find((column) => isSame(column.name, name.name))?.type;
      // Every unique key of a partitioned table has to hold the columns of the partitioning.
      const isForced = partitions?.columns.some((column) => isSame(column, name.name));
      return type && !isForced && !whole.has(type.name)
        ? [at(name, `${type.name} in the primary key.`, `主键使用了 ${type.name} 类型。`)]
        : [];
    });
  },
});
