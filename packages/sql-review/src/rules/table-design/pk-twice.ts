import { at, defineRule } from '../../rule.ts';
import type { Schema } from '../../schema/schema.ts';
import { isSame, primaryKeyOf } from '../../schema/table.ts';
import { elementsOf, type TableStatement } from '../../tree/elements.ts';
import { isPrimaryElement } from '../../tree/keys.ts';

export const pkTwice = defineRule({
  id: 'pk-twice',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'A table has one primary key (error 1068).',
    zh: '一张表只能有一个主键（错误 1068）。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }) => {
    const keys = elementsOf(statement).filter(isPrimaryElement);
    if (keys.length === 0) return undefined;
    const others = hasKeyStill(statement, schema) ? keys : keys.slice(1);
    return others.map((element) => at(element, 'A second primary key.', '重复定义了主键。'));
  },
});

/** The altered table has a key that this statement leaves: DROP of all its columns takes it away as well. */
function hasKeyStill(statement: TableStatement, schema: Schema): boolean {
  const known = statement.kind === 'alter-table' ? schema.tableOf(statement.name) : undefined;
  const key = known && primaryKeyOf(known);
  if (!key || statement.kind !== 'alter-table') return false;
  const drops = statement.actions.flatMap((action) => (action.kind === 'drop-element' ? [action] : []));
  const isDropped = (name: string | undefined) =>
    drops.some((one) => one.what === 'COLUMN' && isSame(one.name?.name, name));
  return !drops.some(({ what }) => what === 'PRIMARY KEY') && !key.parts.every(({ column }) => isDropped(column));
}
