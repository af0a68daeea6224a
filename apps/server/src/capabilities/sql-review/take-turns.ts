import { setImmediate } from 'node:timers/promises';

/** Other callers wait no longer than this for their turn. */
const turnMilliseconds = 20;

/** Called between pieces of long work: lets others be answered once a turn has been long enough; true where it did. */
export function takeTurns(): () => Promise<boolean> {
  let from = performance.now();
  return async () => {
    if (performance.now() - from < turnMilliseconds) return false;
    await setImmediate();
    from = performance.now();
    return true;
  };
}
