import { at, defineRule } from '../../rule.ts';

export const nameColumnRepeatsTable = defineRule({
  id: 'name-column-repeats-table',
  grade: 'N',
  off: true,
  theme: 'naming',
  about: 'names',
  why: {
    en: 'A column that repeats the name of its table says it twice in every statement: orders.orders_state.',
    zh: '列名重复表名，书写冗长：orders.orders_state。',
  },
  on: ['create-table'],
  check: ({ name, elements }) =>
    elements.flatMap((element) =>
      element.kind === 'column-definition' &&
      element.name.name.toLowerCase().startsWith(`${name.name.name.toLowerCase()}_`) &&
      !element.name.name.toLowerCase().endsWith('_id')
        ? [at(element.name, 'The table’s name is repeated.', '列名重复了表名。')]
        : [],
    ),
});
