import type { PartitionAction, PartitionVerb } from '../ast/alter-table.ts';
import { checkSubpartitions } from './check-partitions.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectAll,
  is,
  isAhead,
  isOneOf,
  listOf,
  mysqlSince,
  startOf,
} from './cursor.ts';
import { parseInteger } from './literals.ts';
import { parseName, parseQualifiedName } from './names.ts';
import { parsePartitionDefinitions, parsePartitionRest } from './partition.ts';

type Found = { -readonly [Key in Exclude<keyof PartitionAction, 'kind' | 'start' | 'end'>]: PartitionAction[Key] };

/** Management of partitions, of ALTER TABLE; `undefined` when something else stands here. */
export function parsePartitionAction(p: Cursor): PartitionAction | undefined {
  const start = startOf(p);
  const action = acceptVerb(p);
  if (action === undefined) return undefined;
  const found: Found = {
    action, conditional: false, unlogged: false, all: false, names: [], count: undefined, partitions: [], table: undefined, options: [],
  }; // biome-ignore format: one line of keys
  readRest(p, found);
  if (found.action === 'ADD' || found.action === 'REORGANIZE') checkSubpartitions(p, found.partitions, undefined);
  return { kind: 'partition-action', start, end: endOf(p), ...found };
}

function acceptVerb(p: Cursor): PartitionVerb | undefined {
  if (isAhead(p, 1, 'PARTITION') && (mysqlSince(p, 80_000) || p.mariadb)) {
    const load = p.mysql ? acceptOneOf(p, 'SECONDARY_LOAD', 'SECONDARY_UNLOAD') : undefined;
    if (load !== undefined) return load;
  }
  if (p.mariadb && is(p, 'CONVERT') && isAhead(p, 1, 'TABLE')) {
    p.at += 1;
    return 'CONVERT FROM TABLE';
  }
  if (!isAhead(p, 1, 'PARTITION')) return undefined;
  if (p.mariadb && accept(p, 'CONVERT')) return stepOver(p, 'CONVERT TO TABLE');
  if (p.mariadb && isOneOf(p, 'DISCARD', 'IMPORT')) return undefined;
  const verb = acceptOneOf(
    p, 'ADD', 'DROP', 'REBUILD', 'OPTIMIZE', 'ANALYZE', 'CHECK', 'REPAIR', 'COALESCE', 'TRUNCATE', 'REORGANIZE', 'EXCHANGE', 'DISCARD',
    'IMPORT',
  ); // biome-ignore format: a list
  return verb === undefined ? undefined : stepOver(p, verb);
}

function stepOver(p: Cursor, verb: PartitionVerb): PartitionVerb {
  p.at += 1;
  return verb;
}

const unloggable: ReadonlySet<string> = new Set('ADD REBUILD OPTIMIZE ANALYZE REPAIR COALESCE REORGANIZE'.split(' '));

function readRest(p: Cursor, found: Found): void {
  const { action } = found;
  if (p.mariadb && action === 'ADD') found.conditional = acceptAll(p, 'IF', 'NOT', 'EXISTS');
  if (p.mariadb && action === 'DROP') found.conditional = acceptAll(p, 'IF', 'EXISTS');
  if (unloggable.has(action)) found.unlogged = acceptOneOf(p, 'NO_WRITE_TO_BINLOG', 'LOCAL') !== undefined;
  switch (action) {
    case 'ADD':
      if (accept(p, 'PARTITIONS')) found.count = parseInteger(p);
      else if (is(p, '(') || found.conditional) found.partitions = parsePartitionDefinitions(p);
      return;
    case 'DROP':
      found.names = listOf(p, parsePartitionName);
      return;
    case 'COALESCE':
      found.count = parseInteger(p);
      return;
    case 'REORGANIZE':
      readReorganize(p, found);
      return;
    case 'EXCHANGE':
      found.names = [parseName(p, 'a partition')];
      expectAll(p, 'WITH', 'TABLE');
      found.table = parseQualifiedName(p, 'a table');
      found.options = acceptValidation(p);
      return;
    case 'SECONDARY_LOAD':
    case 'SECONDARY_UNLOAD':
      expect(p, 'PARTITION');
      expect(p, '(');
      found.names = listOf(p, parsePartitionName);
      expect(p, ')');
      return;
    case 'CONVERT TO TABLE':
      found.names = [parseName(p, 'a partition')];
      expectAll(p, 'TO', 'TABLE');
      found.table = parseQualifiedName(p, 'a table');
      return;
    case 'CONVERT FROM TABLE':
      readConvertFrom(p, found);
      return;
    default:
      readAllOrNames(p, found);
  }
}

function readReorganize(p: Cursor, found: Found): void {
  if (!isPartitionName(p)) return;
  found.names = listOf(p, parsePartitionName);
  expect(p, 'INTO');
  found.partitions = parsePartitionDefinitions(p);
}

const isPartitionName = (p: Cursor): boolean => p.at < p.tokens.count && !is(p, ';');

const parsePartitionName = (p: Cursor) => parseName(p, 'a partition');

function readAllOrNames(p: Cursor, found: Found): void {
  found.all = accept(p, 'ALL');
  if (!found.all) found.names = listOf(p, parsePartitionName);
  if (found.action === 'DISCARD' || found.action === 'IMPORT') expect(p, 'TABLESPACE');
  const options: string[] = [];
  for (;;) {
    const option =
      found.action === 'CHECK'
        ? acceptOneOf(p, 'QUICK', 'FAST', 'MEDIUM', 'EXTENDED', 'CHANGED')
        : found.action === 'REPAIR'
          ? acceptOneOf(p, 'QUICK', 'EXTENDED', 'USE_FRM')
          : undefined;
    if (option !== undefined) options.push(option);
    else if (found.action === 'CHECK' && acceptAll(p, 'FOR', 'UPGRADE')) options.push('FOR UPGRADE');
    else break;
  }
  found.options = options;
}

function readConvertFrom(p: Cursor, found: Found): void {
  expect(p, 'TABLE');
  found.table = parseQualifiedName(p, 'a table');
  expect(p, 'TO');
  const start = startOf(p);
  expect(p, 'PARTITION');
  found.partitions = [parsePartitionRest(p, start)];
  found.options = acceptValidation(p);
}

function acceptValidation(p: Cursor): readonly string[] {
  if (p.mariadb && p.version < 110_400) return [];
  if (acceptAll(p, 'WITH', 'VALIDATION')) return ['WITH VALIDATION'];
  return acceptAll(p, 'WITHOUT', 'VALIDATION') ? ['WITHOUT VALIDATION'] : [];
}
