import type { HostSession, MysqlSession } from '@myriad/paths';
import type { Reader, Tx } from '../../platform/database/schema.ts';

/** Typed in by a person and on its way into the secrets box; the agent is the one the server was configured with. */
export type Credential =
  | { readonly kind: 'key'; readonly privateKey: string }
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'agent' };

/** A way to a machine the platform does not know yet, with the credential in hand. */
export interface NewWay {
  readonly address: string;
  readonly port: number;
  readonly user: string;
  readonly auth: Credential;
  /** Ids of hosts to jump through first, nearest first; they are opened by their own stored paths. */
  readonly jumps: readonly string[];
  /** `SHA256:…`; empty = the refusal names the key seen. */
  readonly hostKeys: readonly string[];
}

export interface ServerAddress {
  readonly address: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

export interface KnownHostKey {
  /** `<address>:<port>`. */
  readonly endpoint: string;
  readonly fingerprint: string;
  readonly firstSeenAt: number;
}

/**
 * What the hosts slice asks of this one, besides `Access`: trying a way before it is stored, and the book of confirmed host
 * keys (one table, unique by endpoint and fingerprint), which `Access` takes its accepted keys from.
 */
export interface HostWays {
  /** Throws PathError: HOST_KEY_UNKNOWN, HOST_KEY_CHANGED, LOGIN_REFUSED, HOP_UNREACHABLE, TIMED_OUT … */
  openNew(way: NewWay, options?: { readonly signal?: AbortSignal }): Promise<HostSession>;
  /**
   * Straight from here to a server the platform keeps no record of. `address` is one the caller has checked, never a name: it
   * must not be resolved again. TLS where the server has it. Never kept for reuse. Throws PathError as above.
   */
  openServer(
    server: ServerAddress,
    options?: { readonly signal?: AbortSignal; readonly timeoutSeconds?: number },
  ): Promise<MysqlSession>;
  /** A person has confirmed this key. */
  acceptHostKey(tx: Tx, endpoint: string, fingerprint: string): Promise<void>;
  listHostKeys(db: Reader, endpoints?: readonly string[]): Promise<readonly KnownHostKey[]>;
  /** Keys of endpoints no host uses any more. */
  forgetHostKeys(tx: Tx, endpoints: readonly string[]): Promise<void>;
}
