import type { Endpoint, ProblemKind } from '@myriad/contract';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock/clock.ts';
import type { Db } from '../database/schema.ts';
import type { Log } from '../log/log.ts';
import type { Actor } from '../policy/decision.ts';
import type { Narrow } from '../policy/narrow.ts';
import type { ValueCodec } from '../secrets/value-codec.ts';
import type { AuditBook } from './audit.ts';

export type Credential =
  | { readonly kind: 'session'; readonly value: string }
  | { readonly kind: 'token'; readonly value: string };

export interface HttpOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** Seals answers kept for idempotency keys: some show a secret once. */
  readonly codec: ValueCodec;
  /**
   * The caller as they stand towards what a call is about: with the roles they hold there. Throws the not-found of a thing that
   * is not theirs to see. Absent: everybody stands everywhere with all their roles.
   */
  readonly narrow?: Narrow;
  /** Undefined: not known, or over. */
  readonly authenticate: (credential: Credential) => Promise<Actor | undefined>;
  readonly audit: AuditBook;
  /** Catalogues of all slices, besides the general one. */
  readonly problems: readonly Readonly<Record<string, ProblemKind>>[];
  /** Folder of the built console; none: API only. */
  readonly consoleFolder?: string;
  /** Address people use, where a proxy stands in front; its origin may write, and https makes the cookie Secure. */
  readonly publicUrl?: string;
  readonly trustProxy?: boolean;
  readonly version?: string;
}

/** The HTTP side of the server: what `serveEndpoint` hangs endpoints on. */
export interface Http {
  readonly app: FastifyInstance;
  readonly options: HttpOptions;
  /** Aborted when the server stops: streams end, everything else may finish. */
  readonly stopping: AbortSignal;
  readonly problems: Readonly<Record<string, ProblemKind>>;
  /** Everything served so far; OpenAPI is made from it. */
  readonly endpoints: Endpoint[];
}
