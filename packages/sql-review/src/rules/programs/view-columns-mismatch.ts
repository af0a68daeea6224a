import { at, defineRule } from '../../rule.ts';

export const viewColumnsMismatch = defineRule({
  id: 'view-columns-mismatch',
  grade: 'E',
  theme: 'programs',
  why: {
    en: 'The list of columns is as long as the select list (error 1353), and each name is there once (error 1060).',
    zh: '视图列数必须与查询列数一致（错误 1353），列名不能重复（错误 1060）。',
  },
  on: ['create-view', 'alter-view'],
  check: ({ columns, name }, { names }) => {
    const { outputs } = names();
    const isKnown = outputs.length > 0 && outputs.every((output) => output.name !== '*');
    if (isKnown && columns.length > 0 && columns.length !== outputs.length)
      return at(
        name,
        `${columns.length} names for ${outputs.length} columns.`,
        `${columns.length} 个列名对应 ${outputs.length} 列。`,
      );
    const own = (columns.length > 0 ? columns : outputs).map((one) => one.name.toLowerCase());
    const twice = own.findIndex((one, place) => one !== '*' && one !== '' && own.indexOf(one) < place);
    return (
      twice !== -1 &&
      at(columns[twice] ?? name, `Two columns are called ${own[twice]}.`, `有两列都名为 ${own[twice]}。`)
    );
  },
});
