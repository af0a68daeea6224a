import { StatementUnknown } from '../catalogue/statement.ts';
import type { SqlRow } from '../sql-runner.ts';

/** What took too long is as good as refused: ER_QUERY_TIMEOUT. */
export const timedOut = 3024;

/** What the server refused has its number; anything else ended the connection. */
export function errnoOf(error: Error): number | undefined {
  if ('code' in error && error.code === 'TIMED_OUT') return timedOut;
  const detail: unknown = 'detail' in error ? error.detail : error;
  const errno = typeof detail === 'object' && detail !== null && 'errno' in detail ? detail.errno : undefined;
  return typeof errno === 'number' ? errno : undefined;
}

/** No rows where the server refuses, or knows no such thing. @throws where the connection is lost */
export async function orRefused(asked: Promise<readonly SqlRow[]>): Promise<readonly SqlRow[]> {
  return (await orUnknown(asked)) ?? [];
}

/** `undefined` where the server refuses, or knows no such thing. @throws where the connection is lost */
export async function orUnknown(asked: Promise<readonly SqlRow[]>): Promise<readonly SqlRow[] | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof StatementUnknown || (error instanceof Error && errnoOf(error) !== undefined)) return undefined;
    throw error;
  }
}
