import { at, defineRule } from '../../rule.ts';

export const tableOnlyGenerated = defineRule({
  id: 'table-only-generated',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'A table needs a column that is not generated (error 1113).',
    zh: '表中至少要有一个非生成列（错误 1113）。',
  },
  on: ['create-table'],
  check: ({ elements, name, like, query }) => {
    const columns = elements.filter((element) => element.kind === 'column-definition');
    return (
      !like &&
      !query &&
      columns.every((column) => column.kind === 'column-definition' && column.generated?.expression) &&
      at(name, 'No column holds a value of its own.', '没有任何存储自身数据的列。')
    );
  },
});
