import type { AlterTable } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { type IndexModel, indexNamed, isSame } from '../../schema/table.ts';

export const dropForeignKeyIndex = defineRule({
  id: 'drop-foreign-key-index',
  grade: 'E',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'The last index on the columns of a foreign key cannot be dropped (error 1553).',
    zh: '外键所需的最后一个索引不能删除（错误 1553）。',
  },
  on: ['drop-element', 'drop-index'],
  check: (node, { schema, parentOf, statement }) => {
    const alter = parentOf(node);
    const name =
      node.kind === 'drop-index'
        ? node.table
        : node.what === 'INDEX' && alter?.kind === 'alter-table'
          ? (alter as AlterTable).name
          : undefined;
    const table = name && schema.tableOf(name);
    const index = table && node.name && indexNamed(table, node.name.name);
    // Another clause may bring a new index, or drop the key.
    if (!table || !index || (statement.kind === 'alter-table' && statement.actions.length > 1)) return undefined;
    const serves = (one: IndexModel, columns: readonly string[]) =>
      columns.every((column, place) => isSame(one.parts[place]?.column, column));
    const key = table.foreignKeys.find(
      ({ columns }) =>
        serves(index, columns) && !table.indexes.some((other) => other !== index && serves(other, columns)),
    );
    return (
      key &&
      node.name &&
      at(node.name, `${key.name ?? 'A foreign key'} needs it.`, `外键 ${key.name ?? ''} 需要该索引。`)
    );
  },
});
