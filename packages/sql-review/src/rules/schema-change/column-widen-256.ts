import type { AlterTable } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bytesPerCharacter, charsetOfColumn } from '../../schema/column-bytes.ts';
import { columnNamed } from '../../schema/table.ts';
import { sizeOf } from '../../tree/calls.ts';
import { isMysql } from '../../versions.ts';

export const columnWiden256 = defineRule({
  id: 'column-widen-256',
  grade: 'W',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'A VARCHAR that grows past 255 bytes needs another byte of length: INPLACE becomes a copy of the table.',
    zh: 'VARCHAR 的最大字节数跨过 255 时长度字节会增加，无法 INPLACE，需要重建表。',
  },
  versions: isMysql,
  on: ['change-column'],
  check: (action, { schema, parentOf }) => {
    const alter = parentOf(action);
    const table = alter?.kind === 'alter-table' ? schema.tableOf((alter as AlterTable).name) : undefined;
    const old = table && columnNamed(table, (action.from ?? action.column.name).name);
    const { type } = action.column;
    if (!table || old?.type?.name !== 'VARCHAR' || type?.name !== 'VARCHAR') return undefined;
    const width = bytesPerCharacter(charsetOfColumn(old, table));
    const [before, after] = [sizeOf(old.type), sizeOf(type)];
    return (
      width !== undefined &&
      before !== undefined &&
      after !== undefined &&
      before * width <= 255 &&
      after * width > 255 &&
      at(type, 'The length now takes two bytes: the table is rebuilt.', '长度需要两个字节，将重建表。')
    );
  },
});
