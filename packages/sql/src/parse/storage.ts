import type { Phrase } from '../ast/node.ts';
import type { StorageStatement } from '../ast/storage.ts';
import type { Setting } from '../ast/table-parts.ts';
import {
  accept,
  acceptAll,
  type Cursor,
  endOf,
  expect,
  expectAll,
  expectOneOf,
  fail,
  is,
  isAhead,
  mysqlSince,
  refuse,
  startOf,
} from './cursor.ts';
import type { StatementStart } from './families.ts';
import { parseString } from './literals.ts';
import { parseName } from './names.ts';
import { acceptSetting, parseNameOrText, parseNumber, parseSize, settingShapes, takePhrase } from './settings.ts';

const shapes = settingShapes(
  { words: ['INITIAL_SIZE'], read: parseSize },
  { words: ['AUTOEXTEND_SIZE'], read: parseSize },
  { words: ['MAX_SIZE'], read: parseSize },
  { words: ['EXTENT_SIZE'], read: parseSize },
  { words: ['UNDO_BUFFER_SIZE'], read: parseSize },
  { words: ['REDO_BUFFER_SIZE'], read: parseSize },
  { words: ['FILE_BLOCK_SIZE'], read: parseSize },
  { words: ['NODEGROUP'], read: parseNumber },
  { words: ['ENGINE'], read: parseNameOrText },
  { words: ['STORAGE', 'ENGINE'], read: parseNameOrText, name: 'ENGINE' },
  { words: ['COMMENT'], read: parseString },
  { words: ['ENCRYPTION'], read: parseString, when: (p) => mysqlSince(p, 80_000) },
  { words: ['ENGINE_ATTRIBUTE'], read: parseString, when: (p) => mysqlSince(p, 80_000) },
);

/** CREATE, ALTER, DROP [UNDO] TABLESPACE and LOGFILE GROUP. */
export function parseStorage(p: Cursor): StorageStatement {
  const start = startOf(p);
  const verb = expectOneOf(p, 'CREATE', 'ALTER', 'DROP');
  const undo = accept(p, 'UNDO');
  const kind = accept(p, 'TABLESPACE') ? 'tablespace' : 'logfile-group';
  if (kind === 'logfile-group') expectAll(p, 'LOGFILE', 'GROUP');
  const name = parseName(p);
  const { action, target } = parseAction(p, verb, kind, undo);
  const usesGroup = kind === 'tablespace' && verb === 'CREATE' && !undo && acceptAll(p, 'USE', 'LOGFILE', 'GROUP');
  const logfileGroup = usesGroup ? parseName(p) : undefined;
  const settings = parseStorageSettings(p);
  for (const setting of settings)
    if (setting.kind === 'setting' && !isKnown(setting.name, kind, undo))
      refuse(p, setting, 'no option of this object');
  if (verb === 'ALTER' && action === undefined && settings.length === 0) fail(p, 'a change of the tablespace');
  return { kind, start, end: endOf(p), verb, undo, name, action, target, logfileGroup, settings };
}

/** Sizes of buffers are for logfile groups, an undo tablespace has an engine only. */
function isKnown(name: string, kind: StorageStatement['kind'], undo: boolean): boolean {
  if (undo) return name.startsWith('ENGINE');
  return kind === 'logfile-group' || !name.endsWith('BUFFER_SIZE');
}

function parseAction(
  p: Cursor,
  verb: StorageStatement['verb'],
  kind: StorageStatement['kind'],
  undo: boolean,
): Pick<StorageStatement, 'action' | 'target'> {
  const none = { action: undefined, target: undefined };
  if (verb === 'DROP') return none;
  const word = kind === 'tablespace' ? 'DATAFILE' : 'UNDOFILE';
  if (undo && verb === 'ALTER') {
    expect(p, 'SET');
    return { action: `SET ${expectOneOf(p, 'ACTIVE', 'INACTIVE')}`, target: undefined };
  }
  if (accept(p, 'ADD')) {
    expect(p, word);
    return { action: `ADD ${word}`, target: parseString(p) };
  }
  // Only the tablespace of a server without files of its own may leave it out.
  if (kind === 'logfile-group' || undo) expect(p, 'ADD');
  if (verb === 'CREATE') return none;
  if (acceptAll(p, 'DROP', 'DATAFILE')) return { action: 'DROP DATAFILE', target: parseString(p) };
  if (acceptAll(p, 'RENAME', 'TO')) return { action: 'RENAME TO', target: parseName(p) };
  return none;
}

function parseStorageSettings(p: Cursor): readonly (Setting | Phrase)[] {
  const settings: (Setting | Phrase)[] = [];
  for (;;) {
    const { at } = p;
    if (settings.length > 0) accept(p, ',');
    const isWait = is(p, 'WAIT') || is(p, 'NO_WAIT');
    const setting = isWait ? takePhrase(p) : acceptSetting(p, shapes);
    if (setting === undefined) {
      p.at = at;
      return settings;
    }
    settings.push(setting);
  }
}

function concernsStorage(p: Cursor): boolean {
  if (p.mariadb) return false;
  if (isAhead(p, 1, 'UNDO')) return p.version >= 80_014 && isAhead(p, 2, 'TABLESPACE');
  return isAhead(p, 1, 'TABLESPACE') || (isAhead(p, 1, 'LOGFILE') && isAhead(p, 2, 'GROUP'));
}

export const storageFamily: readonly StatementStart[] = (['CREATE', 'ALTER', 'DROP'] as const).map((verb) => ({
  words: [verb],
  when: concernsStorage,
  parse: parseStorage,
}));
