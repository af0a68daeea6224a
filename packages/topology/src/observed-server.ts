import type { ServerGlance, ServerPortrait } from '@myriad/mysql';

/** What came of looking at one server. */
export type Look =
  | { readonly state: 'answered'; readonly glance: ServerGlance; readonly portrait?: ServerPortrait }
  /** It did not answer, or something there does not speak the protocol. `because` is for people. */
  | { readonly state: 'unreachable' | 'refused' | 'not-mysql'; readonly because: string }
  /** Nobody looked: not allowed by the network list, or not asked for. */
  | { readonly state: 'not-looked' };

/** One server of a fleet as we found it: where, and what it said. */
export interface ObservedServer {
  /** Ours: an instance's id, or `host:port` before there is one. Unique in the list. */
  readonly id: string;
  /** What people call it; default `host:port`. */
  readonly name?: string;
  readonly host: string;
  readonly port: number;
  readonly look: Look;
}

/** What the platform knows about a cluster that no server says. */
export interface ClusterContext {
  /**
   * Whole backups of ours that can be restored: `none` = we know that there is none, `unknown` = nobody asked.
   * Default `unknown`.
   */
  readonly backup?: 'none' | 'unknown' | { readonly lastAt: number };
  /** Milliseconds; for ages (passwords, certificates, the end of a version's life). */
  readonly now: number;
  /** Lag in seconds from which a replica is late. Default 60. */
  readonly lateSeconds?: number;
}
