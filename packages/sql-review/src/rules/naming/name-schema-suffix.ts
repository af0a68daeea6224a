import { at, defineRule } from '../../rule.ts';

export const nameSchemaSuffix = defineRule({
  id: 'name-schema-suffix',
  grade: 'N',
  off: true,
  theme: 'naming',
  about: 'names',
  why: {
    en: 'A schema that says so in its name is told from a table of the same word.',
    zh: '库名使用统一后缀，便于与同名的表区分。',
  },
  parameters: { suffix: '_db' },
  on: ['create-database'],
  check: ({ name }, _, { suffix }) =>
    !name.name.toLowerCase().endsWith(suffix.toLowerCase()) &&
    at(name, `The name does not end in ${suffix}.`, `名称没有以 ${suffix} 结尾。`),
});
