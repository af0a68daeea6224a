import { type Node, type QualifiedName, type Query, walk } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { truthOf } from '../../tree/truth.ts';
import { keyOfName } from '../../walk/history.ts';

export const destructiveNeedsBackup = defineRule({
  id: 'destructive-needs-backup',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'What is dropped, truncated or deleted as a whole comes back from a backup only: copy it first, or know which backup has it.',
    zh: '被删除、清空的数据只能从备份恢复：请先备份，或确认有可用的备份。',
  },
  // What a DELETE takes can be kept by what undoes it; `whole` asks about those of a whole table, `every` about all.
  parameters: { deletes: 'none' },
  on: ['drop-table', 'truncate-table', 'drop-database', 'partition-action', 'delete'],
  check: (node, context, { deletes }) => {
    if (node.kind === 'drop-database') return found(node);
    if (node.kind === 'partition-action') return (node.action === 'DROP' || node.action === 'TRUNCATE') && found(node);
    if (node.kind === 'truncate-table') return !isSafe(node.name, context) && found(node);
    if (node.kind === 'delete' && deletes === 'none') return undefined;
    if (node.kind !== 'delete')
      return !node.temporary && node.names.some((name) => !isSafe(name, context)) && found(node);
    const [table, more] = node.tables;
    if (table?.kind !== 'named-table' || more || isSafe(table.name, context)) return undefined;
    const isWhole = !node.limit && (!node.where || truthOf(node.where) === 'always');
    return (deletes === 'every' || isWhole) && found(node);
  },
});

const found = (node: Node) =>
  at(node, 'Only a backup brings these rows back: is there one?', '这些数据只能依靠备份恢复，请确认有可用的备份。');

/** A table of this script, or one that the statement before has copied. */
function isSafe(name: QualifiedName, { history: { created, temporary, last } }: Context): boolean {
  const key = keyOfName(name);
  if (created.has(key) || temporary.has(key)) return true;
  const copy = last?.kind === 'create-table' || last?.kind === 'insert' ? last.query : undefined;
  return copy !== undefined && !isFiltered(copy) && reads(copy, key);
}

const isFiltered = ({ body, limit }: Query): boolean =>
  limit !== undefined || (body.kind === 'select' && body.where !== undefined);

function reads(root: Node, key: string): boolean {
  let found = false;
  walk(root, (node) => {
    if ((node.kind === 'named-table' || node.kind === 'table-query') && 'name' in node)
      found ||= keyOfName(node.name as QualifiedName) === key;
    return undefined;
  });
  return found;
}
