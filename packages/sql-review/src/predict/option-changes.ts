import type { AlterAction, AlterTable, PartitionAction, Setting } from '@myriad/sql';
import { wordOf } from '../schema/read-table.ts';
import type { TableModel } from '../schema/table.ts';
import type { Change, ChangeKind } from './change.ts';

const settingKinds: Readonly<Record<string, ChangeKind>> = {
  COMMENT: 'table-comment', AUTO_INCREMENT: 'next-auto-increment', STATS_PERSISTENT: 'table-statistics', STATS_AUTO_RECALC: 'table-statistics',
  STATS_SAMPLE_PAGES: 'table-statistics', ROW_FORMAT: 'row-format', KEY_BLOCK_SIZE: 'key-block-size', 'CHARACTER SET': 'table-charset', COLLATE: 'table-charset',
  ENCRYPTION: 'encryption', ENCRYPTED: 'encryption', ENCRYPTION_KEY_ID: 'encryption', COMPRESSION: 'compression', TABLESPACE: 'tablespace',
  PAGE_COMPRESSED: 'page-compression', PAGE_COMPRESSION_LEVEL: 'page-compression', AUTOEXTEND_SIZE: 'autoextend',
}; // biome-ignore format: a table

/** What an action says of the table itself. Columns and keys are compared as a whole: see `listChanges`. */
export function changesOfAction(action: AlterAction, table: TableModel): readonly Change[] {
  switch (action.kind) {
    case 'setting':
      return settingChanges(action, table);
    case 'add-element':
      return action.element.kind === 'period-definition' ? one('add-period') : [];
    case 'rename-to':
      return one('rename-table');
    case 'alter-order':
      return one('order-rows');
    case 'convert-charset':
      return one('convert-charset');
    case 'alter-element':
      if (action.what === 'INDEX') return [];
      return [{ kind: action.to === 'ENFORCED' ? 'check-on' : 'check-off', what: action.name.name }];
    case 'phrase':
      return phraseChanges(action.text);
    case 'partition-action':
      return [{ kind: partitionKind(action, table), what: action.names.map(({ name }) => name).join() }];
    default:
      return [];
  }
}

const one = (kind: ChangeKind): readonly Change[] => [{ kind, what: '' }];

function settingChanges({ name, value }: Setting, table: TableModel): readonly Change[] {
  const key = name.toUpperCase();
  if (key === 'ALGORITHM' || key === 'LOCK') return [];
  const word = wordOf(value)?.toUpperCase();
  if (key === 'ENGINE') return one(word === (table.engine ?? 'INNODB') ? 'rebuild' : 'change-engine');
  return [{ kind: settingKinds[key] ?? 'table-option', what: key }];
}

function phraseChanges(text: string): readonly Change[] {
  if (text === 'FORCE') return one('rebuild');
  if (text.endsWith('ABLE KEYS')) return one('switch-keys');
  if (text === 'ADD SYSTEM VERSIONING') return one('add-versioning');
  if (text === 'DROP SYSTEM VERSIONING') return one('drop-versioning');
  if (text.includes('TABLESPACE')) return one('tablespace-partition');
  return text === 'WITH VALIDATION' || text === 'WITHOUT VALIDATION' ? [] : one('not-known');
}

const verbs: Readonly<Record<PartitionAction['action'], ChangeKind>> = {
  ADD: 'add-partition', DROP: 'drop-partition', TRUNCATE: 'truncate-partition', COALESCE: 'coalesce-partition', REORGANIZE: 'reorganize-partition',
  REBUILD: 'rebuild-partition', OPTIMIZE: 'optimize-partition', ANALYZE: 'check-partition', CHECK: 'check-partition', REPAIR: 'check-partition',
  EXCHANGE: 'exchange-partition', DISCARD: 'tablespace-partition', IMPORT: 'tablespace-partition', 'CONVERT TO TABLE': 'convert-partition',
  'CONVERT FROM TABLE': 'convert-partition', SECONDARY_LOAD: 'not-known', SECONDARY_UNLOAD: 'not-known',
}; // biome-ignore format: a table

function partitionKind({ action }: PartitionAction, table: TableModel): ChangeKind {
  const isByHash = table.partitions?.method === 'HASH' || table.partitions?.method === 'KEY';
  return action === 'ADD' && isByHash ? 'add-hash-partition' : verbs[action];
}

export function changesOfPartitioning({ partitioning }: AlterTable): readonly Change[] {
  if (partitioning === undefined) return [];
  return one(partitioning.kind === 'partitioning' ? 'partition-by' : 'remove-partitions');
}
