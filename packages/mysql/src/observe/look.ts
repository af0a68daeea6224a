import { type Statement, send } from '../catalogue/statement.ts';
import type { SqlRow, SqlRunner, SqlValue } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { boundedText } from './bounded-text.ts';
import type { Part } from './part.ts';

/** What may be read of one server in one look; all by count, so that a lying server is bounded too. */
export interface PortraitLimits {
  /** Tables altogether; a schema that does not fit into what is left is skipped whole, and named. */
  readonly mostTables: number;
  /** The same for servers that open a file per table (5.7, MariaDB). */
  readonly mostTablesOpened: number;
  readonly mostColumns: number;
  readonly mostIndexes: number;
  /** Bytes of one answer. */
  readonly mostBytes: number;
}

export const defaultLimits: PortraitLimits = {
  mostTables: 5_000,
  mostTablesOpened: 1_000,
  mostColumns: 50_000,
  mostIndexes: 50_000,
  mostBytes: 32 * 1024 * 1024,
};

/** One look at one server: its connection, its limits, and its end. */
export interface PortraitLook {
  readonly sql: SqlRunner;
  readonly version: Version;
  readonly limits: PortraitLimits;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds left; 0 or less: nothing more is sent. */
  readonly left: () => number;
}

/** What a part's reader gives: all of it, or its beginning. */
export interface Found<T> {
  readonly value: T;
  readonly more?: boolean;
}

/** Reads one part; a refusal becomes the part's content. Only the caller's own abort goes through. */
export async function readPart<T>(look: PortraitLook, read: () => Promise<Found<T>>): Promise<Part<T>> {
  look.signal?.throwIfAborted();
  try {
    const { value, more } = await read();
    return more ? { ok: true, value, more } : { ok: true, value };
  } catch (error) {
    look.signal?.throwIfAborted();
    return refusal(error);
  }
}

export const refused = (because: string): { readonly ok: false; readonly refused: string } => ({
  ok: false,
  refused: because,
});

function refusal(error: unknown): Part<never> {
  if (!(error instanceof Error)) return refused(boundedText(String(error), 500));
  const words = boundedText(error.message, 500);
  const own = (error as { errno?: unknown; detail?: { errno?: unknown } }).errno;
  const errno = own ?? (error as { detail?: { errno?: unknown } }).detail?.errno;
  return typeof errno === 'number' ? { ...refused(words), errno } : refused(words);
}

/** Sends within what is left of the look. @throws when nothing is left. */
export const ask = (
  look: PortraitLook,
  statement: Statement<undefined>,
  values: readonly SqlValue[] = [],
): Promise<readonly SqlRow[]> => askAbout(look, statement, undefined, values);

/** The same for a statement whose text takes an input. */
export async function askAbout<Input>(
  look: PortraitLook,
  statement: Statement<Input>,
  input: Input,
  values: readonly SqlValue[] = [],
): Promise<readonly SqlRow[]> {
  const left = look.left();
  if (left <= 0) throw new Error('no time left: the look was ended before this part');
  const timeoutSeconds = Math.max(1, Math.min(statement.limitSeconds ?? 10, Math.ceil(left / 1000)));
  const limits = {
    timeoutSeconds,
    maxOutputBytes: look.limits.mostBytes,
    ...(look.signal ? { signal: look.signal } : {}),
  };
  return send<Input>(look.sql, look.version, statement, { values, limits, input });
}

/** At most `most` rows, and whether there were more. */
export function upTo<T>(rows: readonly SqlRow[], most: number, read: (row: SqlRow) => T): Found<readonly T[]> {
  return { value: rows.slice(0, most).map(read), more: rows.length > most };
}
