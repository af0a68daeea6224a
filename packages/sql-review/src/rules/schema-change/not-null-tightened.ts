import type { AlterTable } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';
import { columnNamed } from '../../schema/table.ts';

export const notNullTightened = defineRule({
  id: 'not-null-tightened',
  grade: 'E',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'A column made NOT NULL fails on the first NULL that is there, after a copy of the table up to it.',
    zh: '将列改为 NOT NULL 时，只要存在 NULL 就会失败。',
  },
  on: ['change-column'],
  check: (action, { schema, parentOf }) => {
    const alter = parentOf(action);
    const table = alter?.kind === 'alter-table' ? schema.tableOf((alter as AlterTable).name) : undefined;
    const old = table && columnNamed(table, (action.from ?? action.column.name).name);
    return (
      old?.isNullable &&
      hasAttribute(action.column, 'NOT NULL') &&
      at(action.column, 'Make sure first that no row has NULL here.', '请先确认该列没有 NULL。')
    );
  },
});
