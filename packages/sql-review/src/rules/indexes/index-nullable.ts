import { at, defineRule } from '../../rule.ts';
import { readIndexChange } from '../../schema/written-indexes.ts';

export const indexNullable = defineRule({
  id: 'index-nullable',
  grade: 'N',
  theme: 'indexes',
  why: {
    en: 'An index over a column that may be NULL is larger, counts and compares NULLs apart, and lets a UNIQUE one take the same values twice.',
    zh: '索引列允许 NULL 会增大索引，NULL 的统计和比较规则特殊，唯一索引也无法阻止含 NULL 的重复值。',
  },
  on: ['create-table', 'alter-table', 'create-index'],
  check: (statement, { schema }) =>
    readIndexChange(statement, schema).written.flatMap(({ index, parts }) =>
      index.type === 'FULLTEXT' || index.type === 'SPATIAL' || index.type === 'PRIMARY KEY'
        ? []
        : parts
            .filter(({ column }) => column?.isNullable && column.generated === undefined)
            .map(({ place }) =>
              at(place, 'The indexed column may be NULL: make it NOT NULL.', '索引列允许为 NULL：建议设为 NOT NULL。'),
            ),
    ),
});
