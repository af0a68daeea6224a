import type { AlterAction, AlterTable } from '../ast/alter-table.ts';
import type { Phrase } from '../ast/node.ts';
import { parseAlterAction } from './alter-actions.ts';
import { parsePartitionAction } from './alter-partition.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  is,
  isAhead,
  isAll,
  isEnd,
  mysqlSince,
  refuse,
  startOf,
} from './cursor.ts';
import type { StatementStart } from './families.ts';
import { acceptHow, acceptWait } from './how.ts';
import { parseQualifiedName } from './names.ts';
import { parsePartitioning } from './partition.ts';
import { acceptTableSetting } from './table-settings.ts';

/** ALTER TABLE name action, action … */
export function parseAlterTable(p: Cursor): AlterTable {
  const start = startOf(p);
  expect(p, 'ALTER');
  const options: string[] = [];
  if (p.mariadb) {
    if (accept(p, 'ONLINE')) options.push('ONLINE');
    if (accept(p, 'IGNORE')) options.push('IGNORE');
    if (!options.includes('ONLINE') && accept(p, 'ONLINE')) options.push('ONLINE');
  }
  expect(p, 'TABLE');
  const ifExists = p.mariadb && acceptAll(p, 'IF', 'EXISTS');
  const name = parseQualifiedName(p, 'a table');
  const wait = acceptWait(p);
  const actions = parseActions(p);
  const partitioning = parseBehindActions(p);
  return { kind: 'alter-table', start, end: endOf(p), options, ifExists, name, wait, actions, partitioning };
}

function parseActions(p: Cursor): readonly AlterAction[] {
  const actions: AlterAction[] = [];
  if (isEnd(p) || is(p, ';') || startsBehind(p)) return actions;
  do {
    const alone = acceptAlone(p);
    if (alone !== undefined) {
      if (p.mariadb ? actions.length > 0 : !actions.every(isModifier))
        refuse(p, alone, 'this stands alone in ALTER TABLE');
      return [...actions, alone];
    }
    parseItem(p, actions);
  } while (accept(p, ','));
  return actions;
}

/** One item of the list: options of a table stand in a row without commas. */
function parseItem(p: Cursor, actions: AlterAction[]): void {
  const modifier = acceptHow(p) ?? acceptValidation(p);
  if (modifier !== undefined) {
    actions.push(modifier);
    return;
  }
  let setting = acceptTableSetting(p);
  if (setting === undefined) {
    actions.push(parseAlterAction(p));
    return;
  }
  for (; setting !== undefined; setting = acceptTableSetting(p)) actions.push(setting);
}

const isModifier = (action: AlterAction): boolean =>
  (action.kind === 'setting' && /^(ALGORITHM|LOCK)$/.test(action.name)) ||
  (action.kind === 'phrase' && action.text.endsWith('VALIDATION'));

const phraseSince = (p: Cursor, start: number, text: string): Phrase => ({
  kind: 'phrase',
  start,
  end: endOf(p),
  text,
});

function acceptValidation(p: Cursor): Phrase | undefined {
  const start = startOf(p);
  if (!isAhead(p, 1, 'VALIDATION') || p.mariadb) return undefined;
  const word = acceptOneOf(p, 'WITH', 'WITHOUT');
  if (word === undefined) return undefined;
  p.at += 1;
  return phraseSince(p, start, `${word} VALIDATION`);
}

/** What no other action may stand beside. */
function acceptAlone(p: Cursor): AlterAction | undefined {
  const start = startOf(p);
  const partition = parsePartitionAction(p);
  if (partition !== undefined) return partition;
  for (const word of ['DISCARD', 'IMPORT'] as const)
    if (acceptAll(p, word, 'TABLESPACE')) return phraseSince(p, start, `${word} TABLESPACE`);
  const load = mysqlSince(p, 80_000) ? acceptOneOf(p, 'SECONDARY_LOAD', 'SECONDARY_UNLOAD') : undefined;
  return load === undefined ? undefined : phraseSince(p, start, load);
}

const startsBehind = (p: Cursor): boolean => isAll(p, 'PARTITION', 'BY') || isAll(p, 'REMOVE', 'PARTITIONING');

function parseBehindActions(p: Cursor): AlterTable['partitioning'] {
  const start = startOf(p);
  if (isAll(p, 'PARTITION', 'BY')) return parsePartitioning(p);
  return acceptAll(p, 'REMOVE', 'PARTITIONING') ? phraseSince(p, start, 'REMOVE PARTITIONING') : undefined;
}

function altersTable(p: Cursor): boolean {
  let ahead = 1;
  while (p.mariadb && ahead < 3 && (isAhead(p, ahead, 'ONLINE') || isAhead(p, ahead, 'IGNORE'))) ahead += 1;
  return isAhead(p, ahead, 'TABLE');
}

export const alterTableFamily: readonly StatementStart[] = [
  { words: ['ALTER'], when: altersTable, parse: parseAlterTable },
];
