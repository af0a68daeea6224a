import type { AlterTable } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { columnNamed } from '../../schema/table.ts';
import { isNarrower } from '../../tree/narrower-types.ts';

export const columnShrink = defineRule({
  id: 'column-shrink',
  grade: 'E',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'A shorter type, one that loses its sign, its fraction or a value of its list, does not hold every value that is there.',
    zh: '缩短列长度、改变符号、降低精度或去掉枚举值后，可能容纳不下已有数据。',
  },
  on: ['change-column'],
  check: (action, { schema, parentOf }) => {
    const alter = parentOf(action);
    const table = alter?.kind === 'alter-table' ? schema.tableOf((alter as AlterTable).name) : undefined;
    const old = table && columnNamed(table, (action.from ?? action.column.name).name)?.type;
    const { type } = action.column;
    return (
      old && type && isNarrower(type, old) && at(type, 'Values that are there may not fit.', '已有数据可能无法容纳。')
    );
  },
});
