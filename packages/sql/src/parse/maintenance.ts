import type { Expression } from '../ast/expression.ts';
import type { Histogram, PersistentStatistics, TableMaintenance } from '../ast/maintenance.ts';
import type { Identifier } from '../ast/node.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectOneOf,
  is,
  isAhead,
  listOf,
  mysqlSince,
  type Sign,
  startOf,
} from './cursor.ts';
import type { StatementStart } from './families.ts';
import { parseFlush } from './flush.ts';
import { parseInteger, parseString } from './literals.ts';
import { parseName, parseQualifiedName, takeName } from './names.ts';
import { parseLockWait } from './transaction.ts';

type Verb = TableMaintenance['verb'];

const optionWords: Readonly<Record<Verb, readonly (readonly Sign[])[]>> = {
  ANALYZE: [],
  CHECK: [['QUICK'], ['FAST'], ['MEDIUM'], ['EXTENDED'], ['CHANGED'], ['FOR', 'UPGRADE']],
  OPTIMIZE: [],
  REPAIR: [['QUICK'], ['EXTENDED'], ['USE_FRM']],
  CHECKSUM: [['QUICK'], ['EXTENDED']],
};

function parseMaintenance(p: Cursor): TableMaintenance {
  const start = startOf(p);
  const verb = expectOneOf(p, 'ANALYZE', 'CHECK', 'OPTIMIZE', 'REPAIR', 'CHECKSUM');
  const logged = verb === 'CHECK' || verb === 'CHECKSUM';
  const noBinlog = !logged && acceptOneOf(p, 'NO_WRITE_TO_BINLOG', 'LOCAL') !== undefined;
  const what = p.mariadb && (verb === 'CHECK' || verb === 'REPAIR') && accept(p, 'VIEW') ? 'VIEW' : 'TABLE';
  if (what === 'TABLE' && !accept(p, 'TABLES')) expect(p, 'TABLE');
  const tables = listOf(p, parseOneTable);
  const histogram = verb === 'ANALYZE' && mysqlSince(p, 80_003) ? parseHistogram(p) : undefined;
  const persistent = verb === 'ANALYZE' && p.mariadb ? parsePersistent(p) : undefined;
  const options = parseOptions(p, verb, what);
  const wait = verb === 'OPTIMIZE' ? parseLockWait(p) : undefined;
  return {
    kind: 'table-maintenance', start, end: endOf(p), verb, noBinlog, what, tables, options, histogram, persistent, wait,
  }; // biome-ignore format: one line of keys
}

const parseOneTable = (p: Cursor) => parseQualifiedName(p, 'a table');

function parseOptions(p: Cursor, verb: Verb, what: TableMaintenance['what']): readonly string[] {
  const found: string[] = [];
  if (what === 'VIEW') {
    if (verb === 'CHECK' && acceptAll(p, 'FOR', 'UPGRADE')) return ['FOR UPGRADE'];
    return verb === 'REPAIR' && acceptAll(p, 'FROM', 'MYSQL') ? ['FROM MYSQL'] : [];
  }
  for (;;) {
    const words = optionWords[verb].find((one) => acceptAll(p, ...one));
    if (words === undefined) return found;
    found.push(words.join(' '));
    // CHECKSUM takes one.
    if (verb === 'CHECKSUM') return found;
  }
}

function parseHistogram(p: Cursor): Histogram | undefined {
  const start = startOf(p);
  const verb = acceptOneOf(p, 'UPDATE', 'DROP');
  if (verb === undefined) return undefined;
  expect(p, 'HISTOGRAM');
  expect(p, 'ON');
  const columns = listOf(p, parseName);
  let [buckets, data]: (Expression | undefined)[] = [];
  let refresh: Histogram['refresh'];
  if (verb === 'UPDATE') {
    if (mysqlSince(p, 80_100) && acceptAll(p, 'USING', 'DATA')) data = parseString(p);
    else {
      if (accept(p, 'WITH')) {
        buckets = parseInteger(p);
        expect(p, 'BUCKETS');
      }
      refresh = mysqlSince(p, 80_200) ? acceptOneOf(p, 'AUTO', 'MANUAL') : undefined;
      if (refresh !== undefined) expect(p, 'UPDATE');
    }
  }
  return { kind: 'histogram', start, end: endOf(p), verb, columns, buckets, refresh, data };
}

function parsePersistent(p: Cursor): PersistentStatistics | undefined {
  const start = startOf(p);
  if (!accept(p, 'PERSISTENT')) return undefined;
  expect(p, 'FOR');
  const all = accept(p, 'ALL');
  let [columns, indexes]: (readonly Identifier[] | undefined)[] = [];
  if (!all) {
    expect(p, 'COLUMNS');
    columns = parseAllOrNames(p);
    expect(p, 'INDEXES');
    indexes = parseAllOrNames(p);
  }
  return { kind: 'persistent-statistics', start, end: endOf(p), all, columns, indexes };
}

function parseAllOrNames(p: Cursor): readonly Identifier[] | undefined {
  if (accept(p, 'ALL')) return undefined;
  expect(p, '(');
  const names = is(p, ')') ? [] : listOf(p, (one) => (is(one, 'PRIMARY') ? takeName(one) : parseName(one)));
  expect(p, ')');
  return names;
}

const isMaintained = (p: Cursor): boolean => {
  const ahead = isAhead(p, 1, 'NO_WRITE_TO_BINLOG') || isAhead(p, 1, 'LOCAL') ? 2 : 1;
  return isAhead(p, ahead, 'TABLE') || isAhead(p, ahead, 'TABLES') || isAhead(p, ahead, 'VIEW');
};

export const maintenanceFamily: readonly StatementStart[] = [
  { words: ['ANALYZE'], when: isMaintained, parse: parseMaintenance },
  { words: ['CHECK'], when: isMaintained, parse: parseMaintenance },
  { words: ['OPTIMIZE'], when: isMaintained, parse: parseMaintenance },
  { words: ['REPAIR'], when: isMaintained, parse: parseMaintenance },
  { words: ['CHECKSUM'], when: isMaintained, parse: parseMaintenance },
  { words: ['FLUSH'], parse: parseFlush },
];
