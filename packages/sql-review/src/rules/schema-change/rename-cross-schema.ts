import type { AlterTable, QualifiedName } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const renameCrossSchema = defineRule({
  id: 'rename-cross-schema',
  grade: 'E',
  theme: 'schema-change',
  why: {
    en: 'A table that moves to another schema leaves its rights and its backups behind; with triggers it is refused (error 1435).',
    zh: '把表改名到另一个库后，原有的权限和备份策略不再适用；有触发器的表会被拒绝（错误 1435）。',
  },
  on: ['table-rename', 'rename-to'],
  check: (node, { schema, parentOf }) => {
    const [from, to]: readonly (QualifiedName | undefined)[] =
      node.kind === 'table-rename'
        ? [node.from, node.to]
        : [(parentOf(node) as AlterTable | undefined)?.name, node.name];
    const [old, fresh] = [from?.schema?.name ?? schema.current, to?.schema?.name ?? schema.current];
    if (to === undefined || fresh === undefined || isSame(old, fresh)) return undefined;
    const table = from && schema.tableOf(from);
    const [trigger] = table ? schema.triggersOf(table) : [];
    if (trigger === undefined) return at(to, `The table moves to the schema ${fresh}.`, `该表将移动到库 ${fresh}。`);
    return at(
      to,
      `The server refuses this (error 1435): the table has the trigger ${trigger.name}. Drop its triggers first, and make them anew in ${fresh}.`,
      `服务器会拒绝执行（错误 1435）：该表上有触发器 ${trigger.name}。请先删除其触发器，改名后再在库 ${fresh} 中重建。`,
    );
  },
});
