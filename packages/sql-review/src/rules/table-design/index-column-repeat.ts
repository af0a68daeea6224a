import { at, defineRule } from '../../rule.ts';

export const indexColumnRepeat = defineRule({
  id: 'index-column-repeat',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'A column may stand in an index once only (error 1060).',
    zh: '同一列在一个索引中只能出现一次（错误 1060）。',
  },
  on: ['index-definition', 'create-index'],
  check: ({ parts }) => {
    const names = parts.map(({ column }) => column?.name.toLowerCase());
    return parts
      .filter((_part, place) => names[place] !== undefined && names.indexOf(names[place]) < place)
      .map((part) => at(part, 'This column is in the index already.', '该列已在此索引中。'));
  },
});
