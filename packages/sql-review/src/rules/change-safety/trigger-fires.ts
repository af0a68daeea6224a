import { at, defineRule } from '../../rule.ts';

export const triggerFires = defineRule({
  id: 'trigger-fires',
  grade: 'N',
  theme: 'change-safety',
  tier: 'schema',
  why: {
    en: 'A trigger of the table runs for every row of this change.',
    zh: '该变更的每一行都会执行表上的触发器。',
  },
  on: ['insert', 'update', 'delete'],
  check: (change, { schema }) => {
    const target =
      change.kind === 'insert'
        ? change.table
        : change.tables[0]?.kind === 'named-table'
          ? change.tables[0].name
          : undefined;
    const table = target && schema.tableOf(target);
    const fires = table ? schema.triggersOf(table).filter(({ event }) => event === change.kind.toUpperCase()) : [];
    return (
      target &&
      fires.length > 0 &&
      at(
        target,
        `Fires ${fires.map(({ name }) => name).join(', ')}.`,
        `会触发 ${fires.map(({ name }) => name).join('、')}。`,
      )
    );
  },
});
