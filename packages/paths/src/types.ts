import type { Duplex, Readable } from 'node:stream';
import type { z } from 'zod';

/** How one hop proves who it is. Values come from the secrets box just before opening and are never logged. */
export type SshAuth =
  | { readonly kind: 'key'; readonly privateKey: string; readonly passphrase?: string }
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'agent'; readonly socket: string };

/** A step of the way. A path is a list of these: `[ssh('bastion'), ssh('db-17'), mysqlAt('127.0.0.1', 3306)]`. */
export type Hop =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'ssh';
      readonly address: string;
      readonly port: number;
      readonly user: string;
      readonly auth: SshAuth;
      /** Accepted host keys, `SHA256:<base64>`. Empty = nothing is accepted, the seen key is named in the refusal. */
      readonly hostKeys: readonly string[];
    }
  | {
      readonly kind: 'mysql';
      /** TCP as seen from the hop before, or a socket path there. */
      readonly at: { readonly host: string; readonly port: number } | { readonly socket: string };
      readonly user: string;
      readonly password: string;
      readonly tls: 'off' | 'preferred' | 'required';
      /** Who must answer: a certificate for this name, signed by one of these authorities (PEM). TLS is then required. */
      readonly proof?: { readonly authorities: string; readonly serverName: string };
      readonly database?: string;
    };

export type Path = readonly Hop[];

export interface HopTiming {
  readonly name: string;
  readonly milliseconds: number;
}

export interface CallLimits {
  readonly signal?: AbortSignal;
  /** Default 30. */
  readonly timeoutSeconds?: number;
  /** Per stream; default 1 MiB. More is an error that says so, never a silent cut. */
  readonly maxOutputBytes?: number;
}

export interface ExecResult {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A versioned POSIX sh script run on a host, JSON in (stdin) and JSON out (last line of stdout). Pushed on demand by hash
 * to `~/.myriad/actions/<sha256>`, nothing pre-installed. Secrets are input fields: they travel on stdin, never in argv.
 */
export interface HostAction<I, O> {
  readonly name: string;
  readonly version: number;
  readonly script: string;
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType<O>;
}

/** State of a detached host action, found again by its job id over any later session. */
export type JobLook<O> =
  | {
      readonly state: 'running';
      readonly log: string;
      readonly progress?: { readonly done: number; readonly total?: number };
    }
  | { readonly state: 'done'; readonly result: O; readonly log: string }
  /** `code` null = ended by stopJob or a signal; `error` is what the script said by `fail`. */
  | {
      readonly state: 'failed';
      readonly code: number | null;
      readonly log: string;
      readonly error?: { readonly code: string; readonly message: string };
    }
  /** No such job on the host, or its process died without leaving an end mark (host restarted, kill -9). */
  | { readonly state: 'gone' };

interface BaseSession extends AsyncDisposable {
  /** For people: `ssh db-17:22 → mysql 127.0.0.1:3306`. */
  readonly path: string;
  readonly hops: readonly HopTiming[];
}

/** A session whose last hop is a host (`local` or `ssh`). */
export interface HostSession extends BaseSession {
  readonly kind: 'host';
  /** argv is an array: no shell string is ever built from values. */
  exec(argv: readonly string[], options?: CallLimits & { readonly stdin?: string | Readable }): Promise<ExecResult>;
  /** Runs a typed action; throws PathError ACTION_FAILED with the script's own error object. */
  action<I, O>(action: HostAction<I, O>, input: I, limits?: CallLimits): Promise<O>;
  /**
   * Starts an action detached under `jobId`. A job of that id that runs or is done is kept, never started twice; one that
   * failed, was stopped or is gone starts anew, after what is left of it was ended.
   */
  startJob<I, O>(action: HostAction<I, O>, input: I, jobId: string, limits?: CallLimits): Promise<void>;
  lookJob<I, O>(action: HostAction<I, O>, jobId: string, limits?: CallLimits): Promise<JobLook<O>>;
  /** Ends the job's whole process group (TERM, then KILL) and waits until it is gone. */
  stopJob(jobId: string, limits?: CallLimits): Promise<void>;
  /** Writes to `path.partial`, checks the SHA-256 there, then renames: the file is whole or absent. */
  copyTo(
    source: { readonly file: string } | { readonly text: string } | { readonly stream: Readable },
    path: string,
    options?: CallLimits & {
      readonly mode?: number;
      readonly sha256?: string;
      readonly onProgress?: (doneBytes: number) => void;
    },
  ): Promise<{ readonly sizeBytes: number; readonly sha256: string }>;
  copyFrom(path: string, limits?: CallLimits): Promise<Readable>;
  /** A byte stream to a TCP address or unix socket as seen from this host. */
  tunnel(
    to: { readonly host: string; readonly port: number } | { readonly socket: string },
    limits?: CallLimits,
  ): Promise<Duplex>;
}

export type SqlValue = string | number | bigint | boolean | null | Uint8Array;
export type SqlRow = Readonly<Record<string, unknown>>;

/** A session whose last hop is a MySQL. UTC, utf8mb4, lock_wait_timeout 5 s, a statement limit, program_name `myriad`. */
export interface MysqlSession extends BaseSession {
  readonly kind: 'mysql';
  /** Server-side literal-safe parameters (`?`). Throws PathError SQL_FAILED with errno, sqlState and message. */
  query(sql: string, values?: readonly SqlValue[], limits?: CallLimits): Promise<readonly SqlRow[]>;
}

export type Session = HostSession | MysqlSession;

/** Every way a path can fail, stable codes; `hop` is the index that failed. */
export type PathErrorCode =
  | 'HOP_UNREACHABLE'
  | 'HOST_KEY_UNKNOWN'
  | 'HOST_KEY_CHANGED'
  | 'LOGIN_REFUSED'
  | 'TIMED_OUT'
  | 'ABORTED'
  | 'CONNECTION_LOST'
  | 'OUTPUT_TOO_LARGE'
  | 'ACTION_FAILED'
  | 'ACTION_OUTPUT_INVALID'
  | 'COPY_FAILED'
  | 'CHECKSUM_MISMATCH'
  | 'SQL_FAILED'
  | 'NOT_POSSIBLE_HERE';

export class PathError extends Error {
  readonly code: PathErrorCode;
  readonly hop: number;
  readonly hopName: string;
  /** For SQL_FAILED: errno, sqlState. For ACTION_FAILED: the script's error object. For host keys: the fingerprint seen. */
  readonly detail: Readonly<Record<string, unknown>>;
  constructor(
    code: PathErrorCode,
    message: string,
    where: { hop: number; hopName: string },
    detail: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'PathError';
    this.code = code;
    this.hop = where.hop;
    this.hopName = where.hopName;
    this.detail = detail;
  }
}
