import type { Statement } from '@myriad/sql';
import type { SchemaState } from '../schema/schema.ts';
import type { InstanceFacts } from './instance.ts';
import type { PlanFacts } from './plan.ts';
import type { TableStatistics } from './statistics.ts';

/**
 * What somebody with a connection found out before the review; all of it plain data, all of it may be missing. A rule
 * whose facts are missing is not asked.
 */
export interface ReviewFacts {
  /** The schema before the script; the review works on a copy. See `readSchema`. */
  readonly schema?: SchemaState;
  /** By the text of a statement, without its delimiter: what EXPLAIN and a count said of it. */
  readonly plans?: Readonly<Record<string, PlanFacts>>;
  /** By table, in lower case: `orders` in the session's own schema, `shop.orders` elsewhere. */
  readonly statistics?: Readonly<Record<string, TableStatistics>>;
  readonly instance?: InstanceFacts;
  /** How much worse a finding is here than on an ordinary target, 1 or more; 1 without facts. */
  readonly riskOf?: (rule: string, statement: Statement) => number;
}
