import type { Clock } from '../clock/clock.ts';

interface Shared<Value> {
  readonly beganAt: number;
  readonly answer: Promise<Value>;
  isRunning: boolean;
}

/**
 * One read for all who ask for the same key while it runs, or within `milliseconds` of its beginning: a page open at twenty
 * desks asks the fleet once. A failure is told to those who waited, and kept for nobody. The answer must not depend on who asks.
 */
export function shareRead<Value>(
  clock: Clock,
  milliseconds: number,
  read: (key: string) => Promise<Value>,
): (key: string) => Promise<Value> {
  const kept = new Map<string, Shared<Value>>();
  const isOver = (shared: Shared<Value>, now: number) => !shared.isRunning && now - shared.beganAt >= milliseconds;
  return (key) => {
    const now = clock.now();
    for (const [other, shared] of kept) if (isOver(shared, now)) kept.delete(other);
    const known = kept.get(key);
    if (known) return known.answer;
    const answer = new Promise<Value>((resolve) => resolve(read(key)));
    const shared: Shared<Value> = { beganAt: now, answer, isRunning: true };
    kept.set(key, shared);
    void answer.then(
      () => {
        shared.isRunning = false;
      },
      () => {
        kept.delete(key);
      },
    );
    return answer;
  };
}
