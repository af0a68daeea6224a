import type { Flush, FlushItem } from '../ast/maintenance.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  fail,
  is,
  isEnd,
  listOf,
  type Sign,
  startOf,
  textOf,
  typeOf,
} from './cursor.ts';
import { parseString } from './literals.ts';
import { isString, parseQualifiedName } from './names.ts';
import { parseChannel } from './replica-options.ts';

const ofBoth: readonly (readonly Sign[])[] = [
  ['ENGINE', 'LOGS'], ['ERROR', 'LOGS'], ['GENERAL', 'LOGS'], ['SLOW', 'LOGS'], ['BINARY', 'LOGS'], ['RELAY', 'LOGS'], ['LOGS'],
  ['PRIVILEGES'], ['STATUS'], ['USER_RESOURCES'],
]; // biome-ignore format: a table
const ofOld: readonly (readonly Sign[])[] = [['QUERY', 'CACHE'], ['DES_KEY_FILE']];
const ofMariadb: readonly (readonly Sign[])[] = [['MASTER'], ['SLAVE'], ['REPLICA'], ['SSL'], ['HOSTS'], ['THREADS']];

/** FLUSH of tables, or of other things with commas between. */
export function parseFlush(p: Cursor): Flush {
  const start = startOf(p);
  expect(p, 'FLUSH');
  const noBinlog = acceptOneOf(p, 'NO_WRITE_TO_BINLOG', 'LOCAL') !== undefined;
  if (!accept(p, 'TABLES') && !accept(p, 'TABLE')) {
    const items = listOf(p, parseItem);
    return { kind: 'flush', start, end: endOf(p), noBinlog, items, tables: [], lock: undefined };
  }
  const bare = isEnd(p) || is(p, ';') || is(p, 'WITH') || is(p, 'FOR');
  const tables = bare ? [] : listOf(p, (one) => parseQualifiedName(one, 'a table'));
  const lock = parseLock(p);
  if (lock === 'FOR EXPORT' && tables.length === 0) fail(p, 'a table before FOR EXPORT');
  return { kind: 'flush', start, end: endOf(p), noBinlog, items: [], tables, lock };
}

function parseLock(p: Cursor): Flush['lock'] {
  if (acceptAll(p, 'FOR', 'EXPORT')) return 'FOR EXPORT';
  if (!accept(p, 'WITH')) return undefined;
  expect(p, 'READ');
  expect(p, 'LOCK');
  return p.mariadb && acceptAll(p, 'AND', 'DISABLE', 'CHECKPOINT')
    ? 'WITH READ LOCK AND DISABLE CHECKPOINT'
    : 'WITH READ LOCK';
}

function parseItem(p: Cursor): FlushItem {
  const start = startOf(p);
  const what = acceptWhat(p);
  const named = what === 'RELAY LOGS' || what === 'SLAVE' || what === 'REPLICA';
  const connection = named && p.mariadb && isString(p) ? parseString(p) : undefined;
  const channel = named ? parseChannel(p) : undefined;
  return { kind: 'flush-item', start, end: endOf(p), what, connection, channel };
}

function acceptWhat(p: Cursor): string {
  const old = p.mariadb || p.version < 80_000;
  const known = [...ofBoth, ...(old ? ofOld : []), ...(p.mariadb ? ofMariadb : [])];
  const words = known.find((one) => acceptAll(p, ...one));
  if (words !== undefined) return words.join(' ');
  if (p.mysql && accept(p, 'OPTIMIZER_COSTS')) return 'OPTIMIZER_COSTS';
  if (p.mysql && p.version < 80_400 && accept(p, 'HOSTS')) return 'HOSTS';
  // The tables of information_schema that MariaDB's plugins bring: user_statistics, query_response_time …
  if (!p.mariadb || typeOf(p) !== TokenType.word || isEnd(p)) return fail(p, 'a thing to flush');
  const name = textOf(p).toUpperCase();
  if (!/_|^LOCALES$/.test(name)) fail(p, 'a thing to flush');
  p.at += 1;
  return name;
}
