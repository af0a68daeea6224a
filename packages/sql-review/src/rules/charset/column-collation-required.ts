import { at, defineRule } from '../../rule.ts';
import { readColumn } from '../../schema/read-table.ts';
import { isTextType } from '../../tree/keys.ts';

export const columnCollationRequired = defineRule({
  id: 'column-collation-required',
  grade: 'N',
  off: true,
  theme: 'charset',
  why: {
    en: 'A text column that says its collation is compared and sorted alike on every server.',
    zh: '文本列写明排序规则后，在任何服务器上的比较和排序结果都一致。',
  },
  on: ['column-definition'],
  check: (column) =>
    isTextType(column.type) &&
    column.collation === undefined &&
    readColumn(column).collation === undefined &&
    at(column.name, 'The column names no collation.', '该列没有指定排序规则。'),
});
