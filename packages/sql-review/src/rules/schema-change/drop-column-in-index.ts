import type { AlterTable } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { type IndexModel, isSame } from '../../schema/table.ts';

export const dropColumnInIndex = defineRule({
  id: 'drop-column-in-index',
  grade: 'E',
  theme: 'schema-change',
  tier: 'schema',
  why: {
    en: 'A column leaves the indexes it is in: what is left may be a duplicate, or no longer unique.',
    zh: '删除列会同时将其移出索引，剩余部分可能重复或不再唯一。',
  },
  on: ['drop-element'],
  check: (action, { schema, parentOf }) => {
    const alter = parentOf(action);
    const table = alter?.kind === 'alter-table' ? schema.tableOf((alter as AlterTable).name) : undefined;
    if (!table || action.what !== 'COLUMN' || !action.name) return undefined;
    const { name } = action;
    const goes = (index: IndexModel) => dropsIndex(alter as AlterTable, index.name);
    const inside = table.indexes
      .filter((index) => !goes(index))
      .filter(({ parts }) => parts.some(({ column }) => isSame(column, name.name)));
    return (
      inside.length > 0 &&
      at(
        name,
        `In: ${inside.map((index) => index.name).join(', ')}.`,
        `所在索引：${inside.map((index) => index.name).join('、')}。`,
      )
    );
  },
});

const dropsIndex = ({ actions }: AlterTable, name: string): boolean =>
  actions.some(
    (action) =>
      action.kind === 'drop-element' &&
      ((action.what === 'INDEX' && isSame(action.name?.name, name)) ||
        (action.what === 'PRIMARY KEY' && name === 'PRIMARY')),
  );
