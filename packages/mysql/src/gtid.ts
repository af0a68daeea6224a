import {
  countAheadMariadb,
  type MariadbGtidPosition,
  parseMariadbGtidPosition,
  printMariadbGtidPosition,
  subtractMariadb,
  unionMariadb,
} from './gtid-mariadb.ts';
import {
  countMysql,
  type MysqlGtidSet,
  parseMysqlGtidSet,
  printMysqlGtidSet,
  subtractMysql,
  unionMysql,
} from './gtid-mysql.ts';
import type { Flavor } from './version.ts';

/** A set of transactions of one flavour. Sets of different flavours are never compared: every function throws. */
export type GtidSet =
  | { readonly flavor: 'mysql'; readonly of: MysqlGtidSet }
  | { readonly flavor: 'mariadb'; readonly of: MariadbGtidPosition };

export const parseGtidSet = (flavor: Flavor, text: string): GtidSet =>
  flavor === 'mysql' ? { flavor, of: parseMysqlGtidSet(text) } : { flavor, of: parseMariadbGtidPosition(text) };

export const printGtidSet = (set: GtidSet): string =>
  set.flavor === 'mysql' ? printMysqlGtidSet(set.of) : printMariadbGtidPosition(set.of);

const mixed = () => new Error('GTID sets of different flavours cannot be compared');

export function unionGtid(a: GtidSet, b: GtidSet): GtidSet {
  if (a.flavor === 'mysql' && b.flavor === 'mysql') return { flavor: 'mysql', of: unionMysql(a.of, b.of) };
  if (a.flavor === 'mariadb' && b.flavor === 'mariadb') return { flavor: 'mariadb', of: unionMariadb(a.of, b.of) };
  throw mixed();
}

/** What `a` has and `b` lacks. MariaDB: the domains in which `a` is ahead, or of the same number by another server. */
export function subtractGtid(a: GtidSet, b: GtidSet): GtidSet {
  if (a.flavor === 'mysql' && b.flavor === 'mysql') return { flavor: 'mysql', of: subtractMysql(a.of, b.of) };
  if (a.flavor === 'mariadb' && b.flavor === 'mariadb') return { flavor: 'mariadb', of: subtractMariadb(a.of, b.of) };
  throw mixed();
}

export const isEmptyGtid = (set: GtidSet): boolean => set.of.size === 0;
export const containsGtid = (all: GtidSet, part: GtidSet): boolean => isEmptyGtid(subtractGtid(part, all));
export const equalGtid = (a: GtidSet, b: GtidSet): boolean => containsGtid(a, b) && containsGtid(b, a);

/** How many transactions `a` has that `b` lacks. */
export function countMissingGtid(a: GtidSet, b: GtidSet): bigint {
  if (a.flavor === 'mysql' && b.flavor === 'mysql') return countMysql(subtractMysql(a.of, b.of));
  if (a.flavor === 'mariadb' && b.flavor === 'mariadb') return countAheadMariadb(a.of, b.of);
  throw mixed();
}
