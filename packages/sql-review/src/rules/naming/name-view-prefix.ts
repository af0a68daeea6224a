import { at, defineRule } from '../../rule.ts';

export const nameViewPrefix = defineRule({
  id: 'name-view-prefix',
  grade: 'N',
  off: true,
  theme: 'naming',
  about: 'names',
  why: {
    en: 'A view that says so in its name is not taken for a table.',
    zh: '视图名带有统一前缀，不会被误认为表。',
  },
  parameters: { prefix: 'v_' },
  on: ['create-view'],
  check: ({ name }, _, { prefix }) =>
    !name.name.name.toLowerCase().startsWith(prefix) &&
    at(name.name, `The name does not begin with ${prefix}.`, `名称没有以 ${prefix} 开头。`),
});
