import { at, defineRule } from '../../rule.ts';

export const columnDuplicate = defineRule({
  id: 'column-duplicate',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'Two columns of one table cannot share a name, whatever its case (error 1060).',
    zh: '同一张表中的列名不能重复，且不区分大小写（错误 1060）。',
  },
  on: ['create-table'],
  check: ({ elements }) => {
    const columns = elements.flatMap((element) => (element.kind === 'column-definition' ? [element] : []));
    const names = columns.map(({ name }) => name.name.toLowerCase());
    return columns
      .filter((_column, place) => names.indexOf(names[place] ?? '') < place)
      .map(({ name }) => at(name, 'A column of this name is there already.', '已存在同名列。'));
  },
});
