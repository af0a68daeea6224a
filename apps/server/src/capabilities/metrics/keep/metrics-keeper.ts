import { Worker } from 'node:worker_threads';
import type { Log } from '../../../platform/log/log.ts';
import type { Answered, Asked, PutEntry, ReadQuery, ReadSeries } from './messages.ts';

/** Samples on disk, through a thread of their own. */
export interface MetricsKeeper {
  /** Returns at once. What cannot be written is a gap and a line in the log, never an error of the sweep. */
  put(entries: readonly PutEntry[], at: number): void;
  /** After everything put before. @throws when the file cannot be read. */
  read(query: ReadQuery): Promise<ReadSeries>;
  /** Forgets instances nothing was written of since. While nothing was written or read at all there is no thread, and no hurry. */
  forget(before: number): void;
  close(): Promise<void>;
}

/** Batches on their way to a disk that does not take them: more would only fill the memory. */
const mostWaiting = 200;
const logAgainMilliseconds = 60_000;

export function createMetricsKeeper({ file, log }: { readonly file: string; readonly log: Log }): MetricsKeeper {
  interface Waiting {
    readonly resolve: (result: ReadSeries | number | undefined) => void;
    readonly reject: (error: Error) => void;
  }
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  let loggedAt = Number.NEGATIVE_INFINITY;
  let closed = false;

  function warn(because: string): void {
    if (performance.now() - loggedAt < logAgainMilliseconds) return;
    loggedAt = performance.now();
    log.warning('samples of metrics are lost', { because });
  }

  function lose(because: string): void {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error(because));
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL('./metrics-thread.ts', import.meta.url), {
      workerData: { file },
      // It holds little for long: a large nursery would only stand there.
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 4 },
    });
    started.on('message', (answered: Answered) => {
      if (answered.id === 0 && !answered.ok) return warn(answered.because);
      const asker = waiting.get(answered.id);
      waiting.delete(answered.id);
      if (answered.ok) asker?.resolve(answered.result);
      else asker?.reject(new Error(answered.because));
    });
    // The next one who asks starts another.
    started.on('error', (error) => lose(error instanceof Error ? error.message : String(error)));
    started.on('exit', () => worker === started && lose('the thread of the metrics ended'));
    started.unref();
    return started;
  }

  function ask(asked: Asked): Promise<ReadSeries | number | undefined> {
    worker ??= start();
    last += 1;
    const id = last;
    const answered = new Promise<ReadSeries | number | undefined>((resolve, reject) =>
      waiting.set(id, { resolve, reject }),
    );
    worker.postMessage({ ...asked, id });
    return answered;
  }

  return {
    put: (entries, at) => {
      if (closed) return;
      if (waiting.size >= mostWaiting) return warn('the disk does not keep up');
      ask({ kind: 'put', entries, at }).catch((error: Error) => warn(error.message));
    },
    read: async (query) => (await ask({ kind: 'read', query })) as ReadSeries,
    forget: (before) => {
      if (!closed && worker) ask({ kind: 'forget', before }).catch((error: Error) => warn(error.message));
    },
    close: async () => {
      if (closed) return;
      closed = true;
      const ending = worker;
      if (!ending) return;
      // Waited for, even by a process that has nothing else to do.
      ending.ref();
      await ask({ kind: 'close' }).catch((error: Error) => warn(error.message));
      worker = undefined;
      await ending.terminate();
    },
  };
}
