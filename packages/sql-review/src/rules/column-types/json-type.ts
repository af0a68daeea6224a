import { at, defineRule } from '../../rule.ts';

export const jsonType = defineRule({
  id: 'json-type',
  grade: 'N',
  off: true,
  theme: 'column-types',
  why: {
    en: 'JSON is read and written whole, and a filter on it needs an index on a generated column.',
    zh: 'JSON 列需要整体读写，过滤时需要为生成列建立索引。',
  },
  on: ['data-type'],
  check: (type, { parentOf }) =>
    // CAST(… AS JSON) makes a value, not a column.
    type.name === 'JSON' &&
    parentOf(type)?.kind === 'column-definition' &&
    at(type, 'A JSON column.', '使用了 JSON 类型。'),
});
