import { at, defineRule } from '../../rule.ts';
import { isListed, namesDefinedBy } from '../../tree/listed-tables.ts';

export const tableDenyDdl = defineRule({
  id: 'table-deny-ddl',
  grade: 'E',
  off: true,
  theme: 'change-safety',
  about: 'names',
  why: {
    en: 'The policy names tables whose definition changes by other ways only.',
    zh: '策略规定这些表的结构只能通过其他流程变更。',
  },
  parameters: { tables: [] as readonly string[] },
  on: ['statement'],
  check: (statement, _, { tables }) =>
    tables.length === 0
      ? undefined
      : namesDefinedBy(statement)
          .filter((name) => tables.some((pattern) => isListed(pattern, name)))
          .map(({ place }) => at(place, 'Changes of this table are forbidden here.', '此处禁止变更该表结构。')),
});
