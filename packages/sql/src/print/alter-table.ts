import type { AlterAction, AlterTable, ColumnPlace, PartitionAction } from '../ast/alter-table.ts';
import type { CreateIndex, DropIndex } from '../ast/indexes.ts';
import type { Phrase } from '../ast/node.ts';
import type { Setting } from '../ast/table-parts.ts';
import { after, clause, inBrackets, list, type Print, type Printers, words } from './printer.ts';

const ifExists = (is: boolean): string | false => is && 'IF EXISTS';
const ifNotExists = (is: boolean): string | false => is && 'IF NOT EXISTS';

function printCreateIndex(node: CreateIndex, print: Print): string {
  const { orReplace, type, name, using, table, parts, wait, settings, how } = node;
  return words(
    'CREATE',
    orReplace && 'OR REPLACE',
    type !== 'INDEX' && type,
    'INDEX',
    ifNotExists(node.ifNotExists),
    print(name),
    using && `USING ${using}`,
    'ON',
    print(table),
    inBrackets(parts, print),
    print(wait),
    list([...settings, ...how], print, ' '),
  );
}

function printPartitionAction(node: PartitionAction, print: Print): string {
  const { action, conditional, unlogged, all, names, count, partitions, table, options } = node;
  const [named, defined] = [list(names, print), inBrackets(partitions, print)];
  if (action === 'CONVERT TO TABLE') return `CONVERT PARTITION ${named} TO TABLE ${print(table)}`;
  if (action === 'CONVERT FROM TABLE')
    return words('CONVERT TABLE', print(table), 'TO', list(partitions, print), ...options);
  if (action.startsWith('SECONDARY')) return `${action} PARTITION (${named})`;
  return words(
    action,
    'PARTITION',
    conditional && (action === 'ADD' ? 'IF NOT EXISTS' : 'IF EXISTS'),
    unlogged && 'NO_WRITE_TO_BINLOG',
    all && 'ALL',
    named,
    action === 'ADD' ? after('PARTITIONS', count, print) : print(count),
    action === 'REORGANIZE' && named !== '' && 'INTO',
    defined,
    after('WITH TABLE', table, print),
    (action === 'DISCARD' || action === 'IMPORT') && 'TABLESPACE',
    ...options,
  );
}

export const alterTablePrinters: Printers<
  AlterTable | Exclude<AlterAction, Setting | Phrase> | ColumnPlace | CreateIndex | DropIndex
> = {
  'create-index': printCreateIndex,
  'drop-index': (node, print) =>
    words(
      'DROP INDEX',
      ifExists(node.ifExists),
      print(node.name),
      'ON',
      print(node.table),
      print(node.wait),
      list(node.how, print, ' '),
    ),
  'alter-table': (node, print) =>
    words(
      'ALTER',
      ...node.options,
      'TABLE',
      ifExists(node.ifExists),
      print(node.name),
      print(node.wait),
      list(node.actions, print),
      print(node.partitioning),
    ),
  'column-place': (node, print) => (node.after === undefined ? 'FIRST' : `AFTER ${print(node.after)}`),
  'add-columns': ({ ifNotExists: conditional, inBrackets: brackets, elements, place }, print) =>
    words(
      'ADD COLUMN',
      ifNotExists(conditional),
      brackets ? inBrackets(elements, print) : list(elements, print),
      print(place),
    ),
  'add-element': ({ element }, print) => `ADD ${print(element)}`,
  'change-column': (node, print) =>
    words(
      node.from === undefined ? 'MODIFY COLUMN' : 'CHANGE COLUMN',
      ifExists(node.ifExists),
      print(node.from),
      print(node.column),
      print(node.place),
    ),
  'drop-element': (node, print) =>
    words(
      'DROP',
      node.what,
      ifExists(node.ifExists),
      node.what === 'PERIOD' && `FOR ${node.name === undefined ? 'SYSTEM_TIME' : ''}`,
      print(node.name),
      node.behaviour,
    ),
  'alter-column': (node, print) =>
    words('ALTER COLUMN', ifExists(node.ifExists), print(node.name), node.action, print(node.value)),
  'alter-element': (node, print) => words('ALTER', node.what, ifExists(node.ifExists), print(node.name), node.to),
  'rename-element': (node, print) =>
    words('RENAME', node.what, ifExists(node.ifExists), print(node.from), 'TO', print(node.to)),
  'rename-to': ({ name }, print) => `RENAME TO ${print(name)}`,
  'convert-charset': ({ charset, collation }, print) =>
    words('CONVERT TO CHARACTER SET', print(charset), after('COLLATE', collation, print)),
  'alter-order': ({ items }, print) => clause('ORDER BY', items, print),
  'partition-action': printPartitionAction,
};
