import { send } from '../catalogue/statement.ts';
import { type SqlLimits, type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { counterNames, metricCounters } from './counter-statements.ts';

const placeOf = new Map<string, number>(counterNames.map((name, at) => [name.toLowerCase(), at]));
/** 64 bits without sign, as every counter of a server. */
const number = /^\d{1,20}(\.\d{1,9})?$/;

/**
 * The counters behind the metrics, in the order of `counterNames`; NaN where the server has none, or says what is no number.
 * @throws what the runner throws.
 */
export async function readCounters(sql: SqlRunner, version: Version, limits: SqlLimits = {}): Promise<Float64Array> {
  const counters = new Float64Array(counterNames.length).fill(Number.NaN);
  for (const { Variable_name, Value } of await send(sql, version, metricCounters, { limits })) {
    const place = placeOf.get(textOf(Variable_name).toLowerCase());
    const text = textOf(Value);
    if (place !== undefined && number.test(text)) counters[place] = Number(text);
  }
  return counters;
}
