import { isRunning } from '../platform/engine/restate/running-process.ts';
import type { ServerStatus } from './control-messages.ts';
import { nextStatus, type RunningServer } from './running-server.ts';

export type DrainOutcome =
  | { readonly outcome: 'quiet' }
  /** The limit passed; the drain is taken back and the server works on. */
  | { readonly outcome: 'busy'; readonly last: ServerStatus }
  /** Somebody else drains or stops it already. */
  | { readonly outcome: 'taken'; readonly last: ServerStatus }
  | { readonly outcome: 'gone' };

export interface DrainOptions {
  readonly withinSeconds: number;
  readonly onStatus: (status: ServerStatus) => void;
}

const silenceMilliseconds = 10_000;

/**
 * Asks the server to start no more steps and waits until none runs there; detached work goes on by itself, at its last
 * checkpoint. After the limit the drain is taken back: nothing has changed then.
 */
export async function drainServer(
  { line, messages, mark, status }: RunningServer,
  { withinSeconds, onStatus }: DrainOptions,
): Promise<DrainOutcome> {
  if (status.state !== 'working') return { outcome: 'taken', last: status };
  const deadline = performance.now() + withinSeconds * 1000;
  line.send({ ask: 'drain' });
  let last = status;
  for (;;) {
    const left = deadline - performance.now();
    const said = left > 0 ? await nextStatus(messages, Math.min(left, silenceMilliseconds)) : undefined;
    if (said) {
      last = said;
      onStatus(said);
      if (said.state === 'quiet') return { outcome: 'quiet' };
      if (said.state !== 'draining') return { outcome: 'taken', last };
    } else if (!isRunning(mark)) return { outcome: 'gone' };
    if (performance.now() >= deadline) {
      line.close();
      return { outcome: 'busy', last };
    }
  }
}

/** Asks it to end and waits until the process is really gone. False: it still runs after the limit. */
export async function stopServer({ line, mark }: RunningServer, withinSeconds: number): Promise<boolean> {
  line.send({ ask: 'stop' });
  const deadline = performance.now() + withinSeconds * 1000;
  while (isRunning(mark)) {
    if (performance.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  line.close();
  return true;
}
