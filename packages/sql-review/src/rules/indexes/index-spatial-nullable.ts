import { at, defineRule } from '../../rule.ts';
import { readIndexChange } from '../../schema/written-indexes.ts';

export const indexSpatialNullable = defineRule({
  id: 'index-spatial-nullable',
  grade: 'E',
  theme: 'indexes',
  why: {
    en: 'A SPATIAL index needs columns that are NOT NULL (error 1252).',
    zh: 'SPATIAL 索引列必须为 NOT NULL（错误 1252）。',
  },
  on: ['create-table', 'alter-table', 'create-index'],
  check: (statement, { schema }) =>
    readIndexChange(statement, schema).written.flatMap(({ index, parts }) =>
      index.type === 'SPATIAL'
        ? parts
            .filter(({ column }) => column?.isNullable)
            .map(({ place }) => at(place, 'The column may be NULL.', '该列允许为 NULL。'))
        : [],
    ),
});
