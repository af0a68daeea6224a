import { at, defineRule } from '../../rule.ts';

export const nameTablePrefix = defineRule({
  id: 'name-table-prefix',
  grade: 'N',
  off: true,
  theme: 'naming',
  about: 'names',
  why: {
    en: 'Tables of one application with one prefix are told from those of others.',
    zh: '同一应用的表使用统一前缀，便于区分。',
  },
  parameters: { prefix: 't_' },
  on: ['create-table'],
  check: ({ name, temporary }, _, { prefix }) =>
    !temporary &&
    !name.name.name.toLowerCase().startsWith(prefix) &&
    at(name.name, `The name does not begin with ${prefix}.`, `名称没有以 ${prefix} 开头。`),
});
