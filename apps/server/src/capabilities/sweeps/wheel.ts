/** Milliseconds a bucket covers: what is due within one is begun together. */
export const bucketMilliseconds = 50;

/**
 * Looks begun in one go, at most: half more than the even share. What is begun together is answered together, in one turn of the loop; a
 * process that was held up would otherwise begin all it missed at once, be held up by the answers, and never be on time again.
 */
export const mostBegun = (size: number, periodMilliseconds: number): number =>
  Math.max(8, Math.ceil((1.5 * size * bucketMilliseconds) / periodMilliseconds));

/** Who is due when, once a period each, spread evenly over it. Knows no clock. */
export interface Wheel<T> {
  add(item: T): void;
  remove(item: T): void;
  /** Those whose turn comes in (`from`, `to`], in order; of a gap longer than a period, one turn each. */
  due(from: number, to: number): T[];
  /** Epoch ms of its next turn after `now`. */
  nextTurn(item: T, now: number): number;
  readonly size: number;
}

/** The golden ratio: however many there are, the next one falls into the widest gap. */
const golden = 0.618_033_988_749_895;

export function createWheel<T>(periodMilliseconds: number): Wheel<T> {
  const count = Math.max(1, Math.round(periodMilliseconds / bucketMilliseconds));
  const buckets: Set<T>[] = Array.from({ length: count }, () => new Set());
  const placeOf = new Map<T, number>();
  // A start of its own: servers of several platforms, or after a restart, are not looked at at the same moment.
  let place = Math.random();
  const bucketAt = (at: number) => Math.floor(at / bucketMilliseconds);
  return {
    add: (item) => {
      if (placeOf.has(item)) return;
      place = (place + golden) % 1;
      const bucket = Math.floor(place * count);
      placeOf.set(item, bucket);
      buckets[bucket]?.add(item);
    },
    remove: (item) => {
      const bucket = placeOf.get(item);
      if (bucket !== undefined) buckets[bucket]?.delete(item);
      placeOf.delete(item);
    },
    due: (from, to) => {
      const last = bucketAt(to);
      const first = Math.max(bucketAt(from) + 1, last - count + 1);
      const items: T[] = [];
      for (let at = first; at <= last; at++) items.push(...(buckets[at % count] ?? []));
      return items;
    },
    nextTurn: (item, now) => {
      const bucket = placeOf.get(item) ?? 0;
      const current = bucketAt(now);
      const ahead = (bucket - (current % count) + count) % count || count;
      return (current + ahead) * bucketMilliseconds;
    },
    get size() {
      return placeOf.size;
    },
  };
}
