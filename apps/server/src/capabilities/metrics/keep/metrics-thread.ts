import { parentPort, workerData } from 'node:worker_threads';
import type { Answered, Asked, ReadSeries, Request } from './messages.ts';
import { openMetricsFile } from './metrics-file.ts';

/** The thread that has the file of the samples: a disk that stands still must not hold up the server. */
const { file } = workerData as { readonly file: string };
const metrics = openMetricsFile(file);
if (metrics.putAside) parentPort?.postMessage({ id: 0, ok: false, because: 'the file was broken and is put aside' });

function act(asked: Asked): ReadSeries | number | undefined {
  switch (asked.kind) {
    case 'put':
      return void metrics.put(asked.entries, asked.at);
    case 'read':
      return metrics.read(asked.query);
    case 'forget':
      return metrics.forget(asked.before);
    case 'close':
      return void metrics.close();
  }
}

parentPort?.on('message', (request: Request) => {
  const answer = (answered: Answered) => parentPort?.postMessage(answered);
  try {
    answer({ id: request.id, ok: true, result: act(request) });
  } catch (error) {
    answer({ id: request.id, ok: false, because: error instanceof Error ? error.message : String(error) });
  }
  if (request.kind === 'close') parentPort?.close();
});
