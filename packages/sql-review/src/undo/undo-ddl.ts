import {
  type AlterTable,
  type CreateTable,
  type Dialect,
  printNode,
  type QualifiedName,
  type Statement,
} from '@myriad/sql';
import { asAlters } from '../predict/as-alter.ts';
import { type Difference, listChanges } from '../predict/list-changes.ts';
import { readTable } from '../schema/read-table.ts';
import { isUniqueIndex } from '../schema/table.ts';
import type { Words } from '../words.ts';
import type { Undo } from './undo.ts';
import { undoColumns } from './undo-columns.ts';
import { undoKeys } from './undo-keys.ts';
import { undoOptions } from './undo-options.ts';

export interface SchemaBefore {
  /** What SHOW CREATE TABLE said before the statement, read; `undefined`: no such table, or nobody looked. */
  readonly createOf: (name: QualifiedName) => CreateTable | undefined;
  readonly dialect: Dialect;
}

/**
 * Statements that bring back the schema as it was before a statement. Rows that went with it do not come back: `lost` says
 * which. The order of indexes may be another.
 */
export function undoDdl(statement: Statement, { createOf, dialect }: SchemaBefore): Undo {
  switch (statement.kind) {
    case 'create-table': {
      const old = createOf(statement.name);
      const drop = `DROP${statement.temporary ? ' TEMPORARY' : ''} TABLE ${printNode(statement.name, dialect)}`;
      // A temporary table takes no other one away.
      if (old === undefined || statement.temporary)
        return { statements: [drop], lost: [rowsOf(statement.name)], remains: [] };
      if (statement.ifNotExists) return { statements: [], lost: [], remains: [] };
      return { statements: [drop, printNode(old, dialect)], lost: [rowsOf(statement.name)], remains: [] };
    }
    case 'drop-table': {
      const creates = statement.names.map((name) => createOf(name));
      if (creates.includes(undefined) && !statement.ifExists) return notKnown;
      const known = creates.filter((create) => create !== undefined);
      return {
        statements: known.map((create) => printNode(create, dialect)),
        lost: known.map(({ name }) => rowsOf(name)),
        remains: [],
      };
    }
    case 'truncate-table':
      return { statements: [], lost: [rowsOf(statement.name)], remains: [] };
    case 'rename-table':
      return {
        statements: statement.renames
          .toReversed()
          .map(({ from, to }) => `RENAME TABLE ${printNode(to, dialect)} TO ${printNode(from, dialect)}`),
        lost: [],
        remains: [],
      };
    case 'table-maintenance':
      return { statements: [], lost: [], remains: [] };
    default: {
      const [alter] = asAlters(statement);
      if (alter === undefined)
        return { impossible: { en: 'Only changes of tables can be undone.', zh: '只能撤销表结构变更。' } };
      const create = createOf(alter.name);
      return create === undefined ? notKnown : undoAlter(alter, create, dialect);
    }
  }
}

const notKnown: Undo = { impossible: { en: 'The definition before is not known.', zh: '变更前的表结构未知。' } };

const rowsOf = (name: QualifiedName): Words => ({
  en: `The rows of ${name.name.name} do not come back.`,
  zh: `${name.name.name} 的数据无法恢复。`,
});

function undoAlter(alter: AlterTable, create: CreateTable, dialect: Dialect): Undo {
  const before = readTable(create);
  const difference = listChanges(alter, before, dialect);
  const given = { create, alter, difference, dialect };
  const columns = undoColumns(given);
  const options = undoOptions(alter, create, before, dialect);
  const renamed = alter.actions.findLast((action) => action.kind === 'rename-to');
  const name = renamed?.kind === 'rename-to' ? renamed.name : alter.name;
  const actions = [
    ...undoKeys(given),
    ...columns.actions,
    ...options.actions,
    ...versioning(alter),
    ...(renamed ? [`RENAME TO ${printNode(alter.name, dialect)}`] : []),
  ];
  const keepsHistory = 'WITH SYSTEM VERSIONING' in before.settings || versioning(alter).length > 0;
  const table = `${keepsHistory ? withHistory : ''}ALTER TABLE ${printNode(name, dialect)}`;
  const partitions = undoPartitions(alter, create, dialect);
  const lost = [...columns.lost, ...partitions.lost];
  const remains = [...columns.remains, ...options.remains, ...emptyUnique(difference)];
  const own = `ALTER TABLE ${printNode(alter.name, dialect)}`;
  return {
    statements: [
      ...(actions.length === 0 ? [] : [`${table} ${actions.join(', ')}`]),
      ...partitions.actions.map((action) => `${own} ${action}`),
    ],
    lost,
    remains,
  };
}

/** Rows of a versioned table that are history already change along: without this the server refuses. */
const withHistory = 'SET STATEMENT system_versioning_alter_history = KEEP FOR ';

/** A unique key on a column that comes back empty: every row holds the same there. */
function emptyUnique({ before, changes }: Difference): readonly Words[] {
  const gone = new Set(changes.filter(({ kind }) => kind === 'drop-column').map(({ what }) => what));
  return before.indexes
    .filter((index) => isUniqueIndex(index) && index.parts.every(({ column }) => column && gone.has(column)))
    .map(({ name }) => ({
      en: `The unique key ${name} comes back only once its column is filled again.`,
      zh: `唯一键 ${name} 需先补齐列数据才能恢复。`,
    }));
}

const versioning = ({ actions }: AlterTable): readonly string[] =>
  actions.flatMap((action) => {
    if (action.kind !== 'phrase') return [];
    if (action.text === 'ADD SYSTEM VERSIONING') return ['DROP SYSTEM VERSIONING'];
    return action.text === 'DROP SYSTEM VERSIONING' ? ['ADD SYSTEM VERSIONING'] : [];
  });

const quiet: ReadonlySet<string> = new Set(['ANALYZE', 'CHECK', 'OPTIMIZE', 'REBUILD', 'REPAIR']);

/** The whole partitioning is said again: rows find their partition, and none is lost by it. */
function undoPartitions({ actions, partitioning }: AlterTable, create: CreateTable, dialect: Dialect) {
  const commands = actions.filter((action) => action.kind === 'partition-action');
  const lost = commands
    .filter(({ action }) => action === 'DROP' || action === 'TRUNCATE')
    .flatMap(({ names }) => names.map(rowsOfPartition));
  const exchanged = commands.find(({ action }) => action === 'EXCHANGE');
  if (exchanged) return { actions: [printNode(exchanged, dialect)], lost };
  const isChanged =
    partitioning !== undefined || commands.some(({ action }) => !quiet.has(action) && action !== 'TRUNCATE');
  if (!isChanged) return { actions: [], lost };
  return { actions: [create.partitioning ? printNode(create.partitioning, dialect) : 'REMOVE PARTITIONING'], lost };
}

const rowsOfPartition = ({ name }: { readonly name: string }): Words => ({
  en: `The rows of the partition ${name} do not come back.`,
  zh: `分区 ${name} 的数据无法恢复。`,
});
