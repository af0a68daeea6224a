import type { Duplex, Readable, Writable } from 'node:stream';
import type { Where } from './limits.ts';

/** A command that runs on a host; the two ways to a host (a child process, an SSH channel) look the same from here. */
export interface Running {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Rejects with CONNECTION_LOST when the way to the host broke before the command's end was seen. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** Lets go of our side only; the command itself may go on. */
  close(): void;
}

export type Address = { readonly host: string; readonly port: number } | { readonly socket: string };

/** What a way to a host must offer; everything else (limits, actions, jobs, copies) is built on it once, in `host-session.ts`. */
export interface HostTransport {
  readonly where: Where;
  /**
   * `control` is for ending work: it never queues behind the work it is to end.
   * The command's first process must lead a session of its own, so that all it starts can be found and ended.
   */
  start(argv: readonly string[], lane: 'work' | 'control'): Promise<Running>;
  tunnel(to: Address): Promise<Duplex>;
}
