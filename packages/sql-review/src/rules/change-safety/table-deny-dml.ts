import { at, defineRule } from '../../rule.ts';
import { isListed, namesWrittenBy } from '../../tree/listed-tables.ts';

export const tableDenyDml = defineRule({
  id: 'table-deny-dml',
  grade: 'E',
  off: true,
  theme: 'change-safety',
  about: 'names',
  why: {
    en: 'The policy names tables whose rows change by other ways only.',
    zh: '策略规定这些表的数据只能通过其他流程变更。',
  },
  parameters: { tables: [] as readonly string[] },
  on: ['statement'],
  check: (statement, context, { tables }) =>
    tables.length === 0
      ? undefined
      : namesWrittenBy(statement, context)
          .filter((name) => tables.some((pattern) => isListed(pattern, name)))
          .map(({ place }) => at(place, 'Changes of this table are forbidden here.', '此处禁止变更该表数据。')),
});
