import type { QualifiedName, Statement } from '@myriad/sql';

/** Tables that must be there for a definition to succeed; those of queries and changes are found by their names. */
export function tablesNeededBy(statement: Statement): readonly QualifiedName[] {
  switch (statement.kind) {
    case 'alter-table':
      return statement.ifExists ? [] : [statement.name];
    case 'drop-table':
      return statement.ifExists || statement.temporary ? [] : statement.names;
    case 'truncate-table':
      return [statement.name];
    case 'rename-table':
      return statement.ifExists ? [] : statement.renames.slice(0, 1).map(({ from }) => from);
    case 'create-index':
    case 'drop-index':
    case 'create-trigger':
      return [statement.table];
    case 'create-table':
      return statement.like ? [statement.like] : [];
    default:
      return [];
  }
}

/** Tables whose definition a statement changes, there or not: it waits until nobody else uses them. */
export function tablesChangedBy(statement: Statement): readonly QualifiedName[] {
  switch (statement.kind) {
    case 'alter-table':
    case 'truncate-table':
      return [statement.name];
    case 'drop-table':
      return statement.temporary ? [] : statement.names;
    case 'rename-table':
      return statement.renames.map(({ from }) => from);
    case 'create-index':
    case 'drop-index':
    case 'create-trigger':
      return [statement.table];
    case 'table-maintenance':
      return statement.verb === 'OPTIMIZE' && statement.what === 'TABLE' ? statement.tables : [];
    default:
      return [];
  }
}
