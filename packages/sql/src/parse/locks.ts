import type { Lock } from '../ast/query.ts';
import { accept, acceptAll, type Cursor, endOf, expect, is, isAhead, listOf, mysqlSince, startOf } from './cursor.ts';
import { parseQualifiedName } from './names.ts';
import { parseLimitValue } from './order-limit.ts';

/** FOR UPDATE, FOR SHARE, LOCK IN SHARE MODE, any number of them in MySQL 8. */
export function parseLocks(p: Cursor): readonly Lock[] {
  const locks: Lock[] = [];
  for (let lock = parseLock(p); lock; lock = parseLock(p)) {
    locks.push(lock);
    if (!mysqlSince(p, 80_001)) break;
  }
  return locks;
}

function parseLock(p: Cursor): Lock | undefined {
  const start = startOf(p);
  if (acceptAll(p, 'LOCK', 'IN', 'SHARE', 'MODE')) return finishLock(p, start, 'LOCK IN SHARE MODE', []);
  if (!is(p, 'FOR') || !(isAhead(p, 1, 'UPDATE') || (isAhead(p, 1, 'SHARE') && mysqlSince(p, 80_001))))
    return undefined;
  const strength = isAhead(p, 1, 'UPDATE') ? 'FOR UPDATE' : 'FOR SHARE';
  p.at += 2;
  const of = mysqlSince(p, 80_001) && accept(p, 'OF') ? listOf(p, (inner) => parseQualifiedName(inner, 'a table')) : [];
  return finishLock(p, start, strength, of);
}

function finishLock(p: Cursor, start: number, strength: Lock['strength'], of: Lock['of']): Lock {
  const mayWait = p.mariadb || (p.version >= 80_001 && strength !== 'LOCK IN SHARE MODE');
  let [wait, seconds]: [Lock['wait'], Lock['seconds']] = [undefined, undefined];
  if (mayWait && accept(p, 'NOWAIT')) wait = 'NOWAIT';
  else if (mayWait && accept(p, 'SKIP')) {
    expect(p, 'LOCKED');
    wait = 'SKIP LOCKED';
  } else if (p.mariadb && accept(p, 'WAIT')) {
    wait = 'WAIT';
    seconds = parseLimitValue(p);
  }
  return { kind: 'lock', start, end: endOf(p), strength, of, wait, seconds };
}
