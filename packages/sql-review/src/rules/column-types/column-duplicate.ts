import { at, defineRule } from '../../rule.ts';
import { repeated } from '../../tree/conditions.ts';

export const columnDuplicate = defineRule({
  id: 'column-duplicate',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'Two columns of one table cannot share a name, whatever its case (error 1060).',
    zh: '同一张表中的列名不能重复，且不区分大小写（错误 1060）。',
  },
  on: ['create-table', 'alter-table'],
  check: (_, { nodes, parentOf }) => {
    const fresh = nodes('column-definition').filter((column) => parentOf(column)?.kind !== 'change-column');
    return repeated(fresh, ({ name }) => name.name.toLowerCase()).map(({ name }) =>
      at(name, 'A column of this name is there already.', '已存在同名列。'),
    );
  },
});
