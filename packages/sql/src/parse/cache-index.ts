import type { Identifier } from '../ast/node.ts';
import type { CachedTable, CacheIndex } from '../ast/program.ts';
import { accept, acceptAll, type Cursor, endOf, expect, is, isAhead, listOf, startOf } from './cursor.ts';
import { parseName, parseQualifiedName, takeName } from './names.ts';

/** CACHE INDEX t … IN cache, LOAD INDEX INTO CACHE t …. */
export function parseCacheIndex(p: Cursor): CacheIndex {
  const start = startOf(p);
  const verb = accept(p, 'CACHE') ? 'CACHE' : 'LOAD';
  p.at += verb === 'CACHE' ? 1 : 4;
  const tables = listOf(p, (one) => parseCachedTable(one, verb));
  let cache: Identifier | undefined;
  if (verb === 'CACHE') {
    expect(p, 'IN');
    cache = accept(p, 'DEFAULT') ? undefined : parseName(p, 'a key cache');
  }
  return { kind: 'cache-index', start, end: endOf(p), verb, tables, cache };
}

function parseCachedTable(p: Cursor, verb: CacheIndex['verb']): CachedTable {
  const start = startOf(p);
  const table = parseQualifiedName(p, 'a table');
  let allPartitions = false;
  let partitions: readonly Identifier[] = [];
  if (accept(p, 'PARTITION')) {
    expect(p, '(');
    allPartitions = accept(p, 'ALL');
    if (!allPartitions) partitions = listOf(p, parseName);
    expect(p, ')');
  }
  let indexes: readonly Identifier[] = [];
  if (accept(p, 'INDEX') || accept(p, 'KEY')) {
    expect(p, '(');
    // PRIMARY is reserved and names the primary key here.
    if (!is(p, ')'))
      indexes = listOf(p, (one) => (is(one, 'PRIMARY') && !isAhead(one, 1, '.') ? takeName(one) : parseName(one)));
    expect(p, ')');
  }
  const ignoreLeaves = verb === 'LOAD' && acceptAll(p, 'IGNORE', 'LEAVES');
  return { kind: 'cached-table', start, end: endOf(p), table, allPartitions, partitions, indexes, ignoreLeaves };
}
