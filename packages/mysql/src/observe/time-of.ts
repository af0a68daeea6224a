import { textOf } from '../sql-runner.ts';

/** ISO time of a server's. Drivers give a Date or the text of one, in the session's zone, which is UTC. null = none. */
export function timeOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const time = value instanceof Date ? value : new Date(`${textOf(value).replace(' ', 'T')}Z`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
