import { ProblemError } from '../../../platform/http/problem-error.ts';

/** SQLite: unique or primary key; MySQL and MariaDB: ER_DUP_ENTRY. */
function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error) return error.errcode === 2067 || error.errcode === 1555;
  return 'errno' in error && error.errno === 1062;
}

/** Runs a write; where the store's unique key says that somebody was quicker, the answer is the problem, not a crash. */
export async function unlessTaken<T>(
  work: () => Promise<T>,
  code: string,
  values: Readonly<Record<string, string | number>>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isDuplicate(error) ? new ProblemError(code, values) : error;
  }
}
