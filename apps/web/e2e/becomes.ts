import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

const deadlineMs = 100_000;

/**
 * Waits until what is looked at is `wanted`; fails with the difference that is left. A page changes a moment after what changed
 * it: what is asked for once may be of the moment before.
 */
export async function becomes<T>(look: () => Promise<T>, wanted: T, message?: string): Promise<void> {
  for (const until = performance.now() + deadlineMs; performance.now() < until; await wait(100))
    if (isSame(await look(), wanted)) return;
  assert.deepEqual(await look(), wanted, message);
}

/** Looks until something is found. @throws saying what was never seen */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = performance.now() + deadlineMs; performance.now() < end; await wait(100)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`never: ${what}`);
}

function isSame(seen: unknown, wanted: unknown): boolean {
  try {
    assert.deepEqual(seen, wanted);
    return true;
  } catch {
    return false;
  }
}
