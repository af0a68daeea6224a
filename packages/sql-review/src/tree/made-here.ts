import type { AlterTable, CreateIndex } from '@myriad/sql';
import { type History, keyOfName } from '../walk/history.ts';
import { onlySwitchesKeys } from './alter.ts';

/** Whether the script has just made the table, so that CREATE TABLE could have said this at once. */
export function belongsIntoCreate(statement: AlterTable | CreateIndex, history: History): boolean {
  const name = keyOfName(statement.kind === 'alter-table' ? statement.name : statement.table);
  return (
    history.created.has(name) &&
    !history.written.has(name) &&
    !onlySwitchesKeys(statement) &&
    !(statement.kind === 'alter-table' && waitsForAnother(statement, name, history))
  );
}

/** A foreign key to a table that was made only behind this one. */
function waitsForAnother({ actions }: AlterTable, own: string, { created }: History): boolean {
  const others = actions.flatMap((action) =>
    action.kind === 'add-element' && action.element.kind === 'foreign-key' ? [action.element.references.table] : [],
  );
  if (others.length === 0 || others.length < actions.length) return false;
  const order = [...created];
  return others.some((other) => order.indexOf(keyOfName(other)) > order.indexOf(own));
}
