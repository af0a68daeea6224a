import type { Dialect } from '@myriad/sql';
import type { Words } from '../words.ts';
import type { Change, Cost, Limit } from './change.ts';
import { costOf } from './costs.ts';
import type { DdlTable } from './ddl-facts.ts';
import { limitsOfMariadb, mariadbCost } from './limits-mariadb.ts';
import { limitsOfMysql, mysqlCost } from './limits-mysql.ts';
import type { Difference } from './list-changes.ts';
import { wayOfOtherEngine } from './other-engine.ts';

export type DdlAlgorithm = 'INSTANT' | 'NOCOPY' | 'INPLACE' | 'COPY';

/** The cheapest way the server takes. */
export interface Way {
  readonly algorithm: DdlAlgorithm;
  /** Rows are written anew. */
  readonly rebuilds: boolean;
  /** What is shut out while it runs: NONE lets reads and writes on, SHARED reads. */
  readonly lock: 'NONE' | 'SHARED' | 'EXCLUSIVE';
  readonly reasons: readonly Words[];
}

export interface DdlChange {
  readonly difference: Difference;
  readonly table: DdlTable;
  readonly dialect: Dialect;
}

/** `undefined`: some change is not in the tables of rules. */
export function wayOf(difference: Difference, table: DdlTable, dialect: Dialect): Way | undefined {
  const given = { difference, table, dialect };
  const { engine, isTemporary } = difference.before;
  if (engine !== undefined && engine !== 'INNODB') return wayOfOtherEngine(given);
  const isMysql = dialect.flavour === 'mysql';
  const costs: Cost[] = [];
  for (const change of difference.changes) {
    const cost = (isMysql ? mysqlCost(change, given) : mariadbCost(change, given)) ?? costOf(change.kind, dialect);
    if (cost === undefined) return undefined;
    costs.push(cost);
  }
  const way = combine(costs, isMysql ? limitsOfMysql(given) : limitsOfMariadb(given), dialect);
  // Nobody else sees the table.
  return isTemporary ? { ...way, lock: 'NONE' } : way;
}

/** One change that is not instant takes all others along; one that cannot be done in place copies the table. */
function combine(costs: readonly Cost[], limits: readonly Limit[], { flavour }: Dialect): Way {
  const forbids = (what: Limit['forbids']) => limits.some((one) => one.forbids === what);
  const reasons = (...what: readonly Limit['forbids'][]) =>
    limits.filter((one) => what.includes(one.forbids)).map(({ words }) => words);
  if (costs.every(({ instant }) => instant) && !forbids('instant') && !forbids('inplace'))
    return { algorithm: 'INSTANT', rebuilds: false, lock: 'NONE', reasons: [] };
  if (costs.some(({ inplace }) => inplace === 'never') || forbids('inplace') || forbids('inplace-unless-instant')) {
    const lock = forbids('all-access') ? 'EXCLUSIVE' : 'SHARED';
    return {
      algorithm: 'COPY',
      rebuilds: true,
      lock,
      reasons: reasons('inplace', 'inplace-unless-instant', 'instant'),
    };
  }
  // On MariaDB an instant change stays one beside others; on MySQL it rebuilds the table with them.
  const staysInstant = (cost: Cost) => flavour === 'mariadb' && cost.instant && !forbids('instant');
  const builds = costs.some(({ inplace, instant }) => inplace === 'index' && !instant);
  const rebuilds = costs.some((cost) => cost.inplace === 'rebuild' && (builds || !staysInstant(cost)));
  const movesColumns = costs.some(({ inplace }) => inplace === 'rebuild');
  const isLocked =
    costs.some(({ lock }) => lock !== 'NONE') || ((rebuilds || movesColumns) && forbids('concurrent-writes'));
  const algorithm = flavour === 'mariadb' && !rebuilds ? 'NOCOPY' : 'INPLACE';
  return {
    algorithm,
    rebuilds,
    lock: isLocked ? 'SHARED' : 'NONE',
    reasons: reasons('instant', ...(rebuilds ? (['concurrent-writes'] as const) : [])),
  };
}

export const changesOf = ({ changes }: Difference, ...kinds: readonly Change['kind'][]): readonly Change[] =>
  changes.filter(({ kind }) => kinds.includes(kind));
