import { send } from '../catalogue/statement.ts';
import { numberOf, type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { digestExecutions, mostDigests } from './execution-statements.ts';

/** Less than an hour says little about a day. */
const leastSeconds = 3600;
const daySeconds = 86_400;

/**
 * Executions a day of statements by their digest text, as far as the server counted them. What is missing is unknown: never
 * run, pushed out of the digests, or performance_schema is off. @throws what the server or the connection says
 */
export async function readExecutions(
  sql: SqlRunner,
  version: Version,
  digests: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (let at = 0; at < digests.length; at += mostDigests) {
    const values = digests.slice(at, at + mostDigests);
    for (const row of await send(sql, version, digestExecutions, { input: { count: values.length }, values })) {
      const executions = numberOf(row.executions);
      const seconds = Math.max(leastSeconds, numberOf(row.seconds) ?? 0);
      if (executions !== null) found.set(textOf(row.digest_text), Math.round((executions * daySeconds) / seconds));
    }
  }
  return found;
}
