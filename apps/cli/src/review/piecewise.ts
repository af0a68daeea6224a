import { once } from 'node:events';

const pieceLength = 64 * 1024;

export interface Piecewise {
  /** Waits where the reader is slow, so that a long report takes no memory. */
  readonly write: (text: string) => Promise<void>;
  readonly flush: () => Promise<void>;
}

/** Writes in pieces worth a system call. */
export function piecewise(to: NodeJS.WritableStream): Piecewise {
  let waiting = '';
  const flush = async () => {
    const piece = waiting;
    waiting = '';
    if (piece !== '' && !to.write(piece)) await once(to, 'drain');
  };
  const write = async (text: string) => {
    waiting += text;
    if (waiting.length >= pieceLength) await flush();
  };
  return { write, flush };
}
