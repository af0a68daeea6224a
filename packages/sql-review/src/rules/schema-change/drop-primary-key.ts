import type { AlterAction, Identifier } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isPrimaryElement } from '../../tree/keys.ts';

export const dropPrimaryKey = defineRule({
  id: 'drop-primary-key',
  grade: 'X',
  theme: 'schema-change',
  why: {
    en: 'Without a primary key row-based replication looks for each row by a scan, and the whole table is rebuilt to drop it.',
    zh: '没有主键时，行复制要靠扫描查找每一行；删除主键本身也会重建整张表。',
  },
  on: ['alter-table', 'drop-index'],
  check: (statement) => {
    const place =
      statement.kind === 'drop-index'
        ? isPrimary(statement.name) && statement
        : !statement.actions.some(addsKey) && statement.actions.find(dropsKey);
    return place && at(place, 'The primary key is dropped and no other is added.', '删除了主键，且没有添加新的主键。');
  },
});

/** DROP INDEX `PRIMARY` is DROP PRIMARY KEY. */
const isPrimary = (name: Identifier | undefined): boolean => name?.name.toUpperCase() === 'PRIMARY';

const dropsKey = (action: AlterAction): boolean =>
  action.kind === 'drop-element' &&
  (action.what === 'PRIMARY KEY' || (action.what === 'INDEX' && isPrimary(action.name)));

function addsKey(action: AlterAction): boolean {
  if (action.kind === 'add-element') return isPrimaryElement(action.element);
  if (action.kind === 'change-column') return isPrimaryElement(action.column);
  return action.kind === 'add-columns' && action.elements.some(isPrimaryElement);
}
