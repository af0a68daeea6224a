import type {
  AlterDatabase,
  CreateDatabase,
  DropDatabase,
  DropTables,
  RenameTable,
  TableRename,
  TruncateTable,
} from '../ast/objects.ts';
import type { SequenceStatement } from '../ast/sequence.ts';
import type {
  MaskingPolicy,
  ResourceGroupStatement,
  ServerStatement,
  SpatialReferenceStatement,
  StorageStatement,
} from '../ast/storage.ts';
import type { Setting } from '../ast/table-parts.ts';
import type { AlterView, CreateView } from '../ast/views.ts';
import { after, inBrackets, list, type Print, printName, words } from './printer.ts';

const ifExists = (is: boolean): string | false => is && 'IF EXISTS';
const ifNotExists = (is: boolean): string | false => is && 'IF NOT EXISTS';

/** Options whose value follows without an equals sign. */
const plainOptions = (options: readonly Setting[], print: Print, separator: string): string =>
  options
    .map(({ name, foreign, value }) => words(foreign ? printName(name, false, print.dialect) : name, print(value)))
    .join(separator);

function printView(node: CreateView | AlterView, print: Print): string {
  return words(
    node.kind === 'alter-view' ? 'ALTER' : 'CREATE',
    node.orReplace && 'OR REPLACE',
    node.algorithm && `ALGORITHM = ${node.algorithm}`,
    node.definer && `DEFINER = ${print(node.definer)}`,
    node.security && `SQL SECURITY ${node.security}`,
    node.form,
    ifNotExists(node.ifNotExists),
    print(node.name),
    inBrackets(node.columns, print),
    'AS',
    print(node.query),
    node.check,
  );
}

const droppedWords = { 'drop-table': 'TABLE', 'drop-view': 'VIEW', 'drop-sequence': 'SEQUENCE' } as const;

function printDropTables(node: DropTables, print: Print): string {
  return words(
    'DROP',
    node.temporary && 'TEMPORARY',
    droppedWords[node.kind],
    ifExists(node.ifExists),
    list(node.names, print),
    print(node.wait),
    node.behaviour,
  );
}

function printStorage(node: StorageStatement, print: Print): string {
  return words(
    node.verb,
    node.undo && 'UNDO',
    node.kind === 'tablespace' ? 'TABLESPACE' : 'LOGFILE GROUP',
    print(node.name),
    node.action,
    print(node.target),
    after('USE LOGFILE GROUP', node.logfileGroup, print),
    list(node.settings, print, ' '),
  );
}

function printServer(node: ServerStatement, print: Print): string {
  return words(
    node.verb,
    node.orReplace && 'OR REPLACE',
    'SERVER',
    node.conditional && (node.verb === 'DROP' ? 'IF EXISTS' : 'IF NOT EXISTS'),
    print(node.name),
    after('FOREIGN DATA WRAPPER', node.wrapper, print),
    node.options.length > 0 && `OPTIONS (${plainOptions(node.options, print, ', ')})`,
  );
}

function printReferenceSystem(node: SpatialReferenceStatement, print: Print): string {
  return words(
    node.verb,
    node.orReplace && 'OR REPLACE',
    'SPATIAL REFERENCE SYSTEM',
    node.conditional && (node.verb === 'DROP' ? 'IF EXISTS' : 'IF NOT EXISTS'),
    print(node.id),
    plainOptions(node.options, print, ' '),
  );
}

function printResourceGroup(node: ResourceGroupStatement, print: Print): string {
  const { verb, name, options, enabled, force } = node;
  return words(
    verb,
    'RESOURCE GROUP',
    print(name),
    list(options, print, ' '),
    enabled !== undefined && (enabled ? 'ENABLE' : 'DISABLE'),
    force && 'FORCE',
  );
}

function printSequence(node: SequenceStatement, print: Print): string {
  return words(
    node.verb,
    node.orReplace && 'OR REPLACE',
    node.temporary && 'TEMPORARY',
    'SEQUENCE',
    node.conditional && (node.verb === 'ALTER' ? 'IF EXISTS' : 'IF NOT EXISTS'),
    print(node.name),
    after('AS', node.type, print),
    plainOptions(node.options, print, ' '),
    list(node.settings, print, ' '),
  );
}

export const objectPrinters = {
  'create-view': printView,
  'alter-view': printView,
  'drop-table': printDropTables,
  'drop-view': printDropTables,
  'drop-sequence': printDropTables,
  'rename-table': (node: RenameTable, print: Print): string =>
    words('RENAME TABLE', ifExists(node.ifExists), list(node.renames, print)),
  'table-rename': ({ from, wait, to }: TableRename, print: Print): string =>
    words(print(from), print(wait), 'TO', print(to)),
  'truncate-table': ({ name, wait, storage }: TruncateTable, print: Print): string =>
    words('TRUNCATE TABLE', print(name), print(wait), storage && `${storage} STORAGE`),
  'create-database': (node: CreateDatabase, print: Print): string =>
    words(
      'CREATE',
      node.orReplace && 'OR REPLACE',
      'DATABASE',
      ifNotExists(node.ifNotExists),
      print(node.name),
      list(node.settings, print, ' '),
    ),
  'alter-database': ({ name, settings, upgrade }: AlterDatabase, print: Print): string =>
    words('ALTER DATABASE', print(name), upgrade && 'UPGRADE DATA DIRECTORY NAME', list(settings, print, ' ')),
  'drop-database': (node: DropDatabase, print: Print): string =>
    words('DROP DATABASE', ifExists(node.ifExists), print(node.name)),
  tablespace: printStorage,
  'logfile-group': printStorage,
  server: printServer,
  'spatial-reference-system': printReferenceSystem,
  'resource-group': printResourceGroup,
  'masking-policy': ({ verb, ifNotExists, ifExists, name, column, mask }: MaskingPolicy, print: Print): string =>
    words(
      verb,
      'MASKING POLICY',
      ifNotExists && 'IF NOT EXISTS',
      ifExists && 'IF EXISTS',
      print(name) + (column ? `(${print(column)})` : ''),
      print(mask),
    ),
  sequence: printSequence,
};
