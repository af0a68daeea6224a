import type { AlterAction, QualifiedName, TableElement } from '@myriad/sql';
import type { Schema } from '../schema/schema.ts';
import { isSame } from '../schema/table.ts';
import { keyOfName } from '../walk/history.ts';
import type { KindMap } from './kinds.ts';

type LockingStatement = KindMap[
  | 'alter-table'
  | 'create-index'
  | 'drop-index'
  | 'create-table'
  | 'drop-table'
  | 'truncate-table'
  | 'rename-table'
  | 'create-trigger'
  | 'table-maintenance'];

export interface LockedTable {
  readonly place: { readonly start: number; readonly end: number };
  /** As `keyOfName` writes it. */
  readonly key: string;
}

/** Tables whose metadata lock a change needs for itself. A foreign key that comes or goes takes that of its parent too. */
export function lockedTables(statement: LockingStatement, schema: Schema): readonly LockedTable[] {
  switch (statement.kind) {
    case 'create-table':
      return statement.elements.flatMap(parentOfKey);
    case 'drop-table':
      return statement.names.flatMap((name) => [
        own(name),
        ...(schema.tableOf(name)?.foreignKeys ?? []).map((key) => parentOf(key, name)),
      ]);
    case 'rename-table':
      return statement.renames.map(({ from }) => own(from));
    case 'table-maintenance':
      return statement.verb === 'OPTIMIZE' || statement.verb === 'REPAIR' ? statement.tables.map(own) : [];
    case 'alter-table': {
      const keys = schema.tableOf(statement.name)?.foreignKeys ?? [];
      const dropped = statement.actions.flatMap((action) =>
        keys.filter((key) => dropsKey(action, key.name)).map((key) => parentOf(key, action)),
      );
      return [own(statement.name), ...statement.actions.flatMap(parentOfAdded), ...dropped];
    }
    case 'truncate-table':
      return [own(statement.name)];
    default:
      return 'table' in statement ? [own(statement.table)] : [];
  }
}

const own = (name: QualifiedName): LockedTable => ({ place: name, key: keyOfName(name) });

const parentOf = (
  key: { readonly schema: string | undefined; readonly table: string },
  place: LockedTable['place'],
): LockedTable => ({ place, key: (key.schema === undefined ? key.table : `${key.schema}.${key.table}`).toLowerCase() });

const parentOfKey = (element: TableElement): readonly LockedTable[] =>
  element.kind === 'foreign-key' ? [own(element.references.table)] : [];

const parentOfAdded = (action: AlterAction): readonly LockedTable[] =>
  action.kind === 'add-element' ? parentOfKey(action.element) : [];

const dropsKey = (action: AlterAction, name: string | undefined): boolean =>
  action.kind === 'drop-element' &&
  (action.what === 'FOREIGN KEY' || action.what === 'CONSTRAINT') &&
  name !== undefined &&
  isSame(action.name?.name, name);
