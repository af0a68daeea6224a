import { needsOnlineTool } from '../../predict/needs-online-tool.ts';
import { at, defineRule } from '../../rule.ts';
import { hasRowKey } from '../../schema/table.ts';

export const oscNoUniqueKey = defineRule({
  id: 'osc-no-unique-key',
  grade: 'E',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'The table is rewritten, and no online tool can do it: gh-ost and pt-osc need a primary key, or a unique key that is never NULL.',
    zh: '该变更需要重写整张表，却无法使用在线变更工具：gh-ost、pt-osc 要求有主键或非空唯一键。',
  },
  on: ['alter-table'],
  check: (statement, context) => {
    const table = context.schema.tableOf(statement.name);
    if (!table?.isWhole || table.isTemporary || hasRowKey(table)) return undefined;
    return (
      needsOnlineTool(statement, context) &&
      at(statement.name, 'Give the table a key first.', '请先为该表添加主键或非空唯一键。')
    );
  },
});
