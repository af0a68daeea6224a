import type { AlterTable } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { columnNamed } from '../../schema/table.ts';
import { typeNameOf } from '../../tree/types.ts';

export const columnTypeChange = defineRule({
  id: 'column-type-change',
  grade: 'E',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'Another type rewrites the whole table under a lock, and values that do not fit stop it half way.',
    zh: '修改列类型会加锁重写整张表，遇到不兼容的值还会失败。',
  },
  on: ['change-column'],
  check: (action, { schema, parentOf }) => {
    const alter = parentOf(action);
    const table = alter?.kind === 'alter-table' ? schema.tableOf((alter as AlterTable).name) : undefined;
    const old = table && columnNamed(table, (action.from ?? action.column.name).name)?.type;
    const { type } = action.column;
    return (
      old &&
      type &&
      typeNameOf(old) !== typeNameOf(type) &&
      at(type, `${old.name} becomes ${type.name}.`, `由 ${old.name} 变为 ${type.name}。`)
    );
  },
});
