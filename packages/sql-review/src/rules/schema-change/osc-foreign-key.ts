import { needsOnlineTool } from '../../predict/needs-online-tool.ts';
import { at, defineRule } from '../../rule.ts';

export const oscForeignKey = defineRule({
  id: 'osc-foreign-key',
  grade: 'E',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'The table is rewritten, and foreign keys stand in the way of the online tools: gh-ost refuses the table, pt-osc has to make the keys of its children anew.',
    zh: '该变更需要重写整张表，而外键会妨碍在线变更工具：gh-ost 不支持有外键的表，pt-osc 需要重建子表的外键。',
  },
  on: ['alter-table'],
  check: (statement, context) => {
    const table = context.schema.tableOf(statement.name);
    if (!table) return undefined;
    const children = [...context.schema.listTables()].filter((other) =>
      other.foreignKeys.some((key) => context.schema.tableAt(key.schema, key.table) === table),
    );
    const others = [...table.foreignKeys.map((key) => key.table), ...children.map(({ name }) => name)];
    return (
      others.length > 0 &&
      needsOnlineTool(statement, context) &&
      at(
        statement.name,
        `Foreign keys to or from ${[...new Set(others)].join(', ')}.`,
        `与 ${[...new Set(others)].join('、')} 之间有外键。`,
      )
    );
  },
});
