/** Runs works, so many at a time, and gives each result as it comes; ends early when the signal does. */
export async function* createOutput<Result>(
  works: readonly (() => Promise<Result>)[],
  atOnce: number,
  signal: AbortSignal,
): AsyncGenerator<Result> {
  const running = new Map<number, Promise<{ readonly at: number; readonly result: Result }>>();
  const stopped = Promise.withResolvers<undefined>();
  const stop = () => stopped.resolve(undefined);
  signal.addEventListener('abort', stop, { once: true });
  let next = 0;
  try {
    while (!signal.aborted) {
      for (; running.size < atOnce && next < works.length; next++) {
        const at = next;
        const work = works[at];
        if (work)
          running.set(
            at,
            work().then((result) => ({ at, result })),
          );
      }
      if (running.size === 0) return;
      // What was aborted ends by itself and says so; what does not, is not waited for.
      const ended = await Promise.race([...running.values(), stopped.promise]);
      if (!ended) return;
      running.delete(ended.at);
      yield ended.result;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    for (const left of running.values()) left.catch(() => undefined);
  }
}
