import type { AlterAction, AlterTable, QualifiedName, Statement } from '@myriad/sql';

/** A change of a definition in the form of ALTER TABLE, which is how servers run it: one for each table. */
export function asAlters(statement: Statement): readonly AlterTable[] {
  switch (statement.kind) {
    case 'alter-table':
      return [statement];
    case 'create-index': {
      const { type, ifNotExists, name, using, parts, settings, how, start, end } = statement;
      const element = {
        kind: 'index-definition',
        start,
        end,
        constraint: undefined,
        type,
        ifNotExists,
        name,
        using,
        parts,
        settings,
      } as const;
      return [alter(statement.table, statement, [{ kind: 'add-element', start, end, element }, ...how])];
    }
    case 'drop-index': {
      const { ifExists, name, how, start, end } = statement;
      const drop = { kind: 'drop-element', start, end, what: 'INDEX', ifExists, name, behaviour: undefined } as const;
      return [alter(statement.table, statement, [drop, ...how])];
    }
    case 'rename-table':
      return statement.renames.map(({ from, to, start, end }) =>
        alter(from, statement, [{ kind: 'rename-to', start, end, name: to }]),
      );
    case 'table-maintenance': {
      if (statement.verb !== 'OPTIMIZE' || statement.what !== 'TABLE') return [];
      const { start, end, tables } = statement;
      return tables.map((table) => alter(table, statement, [{ kind: 'phrase', start, end, text: 'FORCE' }]));
    }
    default:
      return [];
  }
}

const alter = (name: QualifiedName, { start, end }: Statement, actions: readonly AlterAction[]): AlterTable => ({
  kind: 'alter-table',
  start,
  end,
  options: [],
  ifExists: false,
  name,
  wait: undefined,
  actions,
  partitioning: undefined,
});
