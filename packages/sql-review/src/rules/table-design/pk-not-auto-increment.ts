import { at, defineRule } from '../../rule.ts';
import { keyColumnsMade } from '../../tree/elements.ts';

export const pkNotAutoIncrement = defineRule({
  id: 'pk-not-auto-increment',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'Keys that grow are appended; random ones split pages everywhere.',
    zh: '递增主键顺序写入；随机主键会造成页分裂。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }) =>
    keyColumnsMade(statement, schema)
      .filter(({ width, column }) => width === 1 && !column.isAutoIncrement && column.generated === undefined)
      .map(({ place }) => at(place, 'The primary key does not count up by itself.', '主键不是自增列。')),
});
