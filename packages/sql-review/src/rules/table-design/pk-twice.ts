import { at, defineRule } from '../../rule.ts';
import { primaryKeyOf } from '../../schema/table.ts';
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
    const known = statement.kind === 'alter-table' && !dropsKey(statement) ? schema.tableOf(statement.name) : undefined;
    const others = known && primaryKeyOf(known) ? keys : keys.slice(1);
    return others.map((element) => at(element, 'A second primary key.', '重复定义了主键。'));
  },
});

const dropsKey = (statement: TableStatement): boolean =>
  statement.kind === 'alter-table' &&
  statement.actions.some((action) => action.kind === 'drop-element' && action.what === 'PRIMARY KEY');
