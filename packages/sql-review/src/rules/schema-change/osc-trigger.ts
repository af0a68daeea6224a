import { needsOnlineTool } from '../../predict/needs-online-tool.ts';
import { at, defineRule } from '../../rule.ts';

export const oscTrigger = defineRule({
  id: 'osc-trigger',
  grade: 'E',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'The table is rewritten, and it has triggers: gh-ost refuses it, pt-osc needs the places of its own triggers and stops without --preserve-triggers.',
    zh: '该变更需要重写整张表，而表上有触发器：gh-ost 不支持，pt-osc 需要创建自己的触发器，未加 --preserve-triggers 时会中止。',
  },
  on: ['alter-table'],
  check: (statement, context) => {
    const table = context.schema.tableOf(statement.name);
    const triggers = table ? context.schema.triggersOf(table) : [];
    return (
      triggers.length > 0 &&
      needsOnlineTool(statement, context) &&
      at(
        statement.name,
        `Triggers of the table: ${triggers.map(({ name }) => name).join(', ')}.`,
        `表上的触发器：${triggers.map(({ name }) => name).join('、')}。`,
      )
    );
  },
});
