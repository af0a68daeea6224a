import { at, defineRule } from '../../rule.ts';

export const viewColumnsMismatch = defineRule({
  id: 'view-columns-mismatch',
  grade: 'E',
  theme: 'programs',
  why: {
    en: 'The list of columns is as long as the select list (error 1353).',
    zh: '视图列数必须与查询列数一致（错误 1353）。',
  },
  on: ['create-view', 'alter-view'],
  check: ({ columns, query, name }) => {
    if (
      columns.length === 0 ||
      query.body.kind !== 'select' ||
      query.body.items.some(({ expression }) => expression.kind === 'star')
    )
      return undefined;
    const count = query.body.items.length;
    return (
      count !== columns.length &&
      at(name, `${columns.length} names for ${count} columns.`, `${columns.length} 个列名对应 ${count} 列。`)
    );
  },
});
