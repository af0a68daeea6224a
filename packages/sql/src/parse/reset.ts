import type { Reset, ResetPersist, ResetTarget } from '../ast/replication.ts';
import { accept, acceptAll, type Cursor, endOf, expect, fail, is, isEnd, listOf, startOf } from './cursor.ts';
import { parseString } from './literals.ts';
import { isString, parseQualifiedName } from './names.ts';
import { parseChannel } from './replica-options.ts';
import { parseWholeNumber } from './whole-number.ts';

/** RESET REPLICA, MASTER, BINARY LOGS AND GTIDS, QUERY CACHE. */
export function parseReset(p: Cursor): Reset {
  const start = startOf(p);
  expect(p, 'RESET');
  const targets = listOf(p, parseTarget);
  return { kind: 'reset', start, end: endOf(p), targets };
}

function parseTarget(p: Cursor): ResetTarget {
  const start = startOf(p);
  const what = acceptWhat(p);
  const isReplica = what === 'REPLICA' || what === 'SLAVE';
  const connection = isReplica && p.mariadb && isString(p) ? parseString(p) : undefined;
  const all = isReplica && accept(p, 'ALL');
  const counts = what === 'MASTER' || what === 'BINARY LOGS AND GTIDS';
  const to = counts && accept(p, 'TO') ? parseWholeNumber(p) : undefined;
  const channel = isReplica ? parseChannel(p) : undefined;
  return { kind: 'reset-target', start, end: endOf(p), what, connection, all, to, channel };
}

function acceptWhat(p: Cursor): ResetTarget['what'] {
  const old = p.mariadb || p.version < 80_400;
  if ((p.mariadb || p.version >= 80_022) && accept(p, 'REPLICA')) return 'REPLICA';
  if (old && accept(p, 'SLAVE')) return 'SLAVE';
  if (old && accept(p, 'MASTER')) return 'MASTER';
  if (p.mysql && p.version >= 80_200 && acceptAll(p, 'BINARY', 'LOGS', 'AND', 'GTIDS')) return 'BINARY LOGS AND GTIDS';
  if ((p.mariadb || p.version < 80_000) && acceptAll(p, 'QUERY', 'CACHE')) return 'QUERY CACHE';
  return fail(p, 'REPLICA', 'BINARY LOGS AND GTIDS');
}

/** RESET PERSIST [[IF EXISTS] name], MySQL 8. */
export function parseResetPersist(p: Cursor): ResetPersist {
  const start = startOf(p);
  p.at += 2;
  const ifExists = acceptAll(p, 'IF', 'EXISTS');
  const name = isEnd(p) || is(p, ';') ? undefined : parseQualifiedName(p, 'a variable');
  if (ifExists && name === undefined) fail(p, 'a variable');
  return { kind: 'reset-persist', start, end: endOf(p), ifExists, name };
}
