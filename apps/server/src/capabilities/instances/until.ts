import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks again and again until there is an answer, the time is over by the clock (undefined) or the work is aborted (throws). Between two
 * looks a little longer each time, at most `mostMilliseconds`.
 */
export async function until<T>(
  look: () => Promise<T | undefined>,
  options: { readonly signal: AbortSignal; readonly withinSeconds: number; readonly mostMilliseconds?: number },
): Promise<T | undefined> {
  const { signal, withinSeconds, mostMilliseconds = 1000 } = options;
  const deadline = performance.now() + withinSeconds * 1000;
  for (let wait = 50; ; wait = Math.min(wait * 1.5, mostMilliseconds)) {
    const found = await look();
    if (found !== undefined) return found;
    const left = deadline - performance.now();
    if (left <= 0) return undefined;
    // The last look is at the deadline itself.
    await pause(Math.min(wait, left), undefined, { signal });
  }
}
