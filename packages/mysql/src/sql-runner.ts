import { namedValues } from './catalogue/named-values.ts';
import { anywhere, send } from './catalogue/statement.ts';

export type SqlValue = string | number | bigint | boolean | null | Uint8Array;
export type SqlRow = Readonly<Record<string, unknown>>;

/** Limits of one statement; a runner that knows none ignores them. */
export interface SqlLimits {
  readonly timeoutSeconds?: number;
  /** Bytes of the answer. */
  readonly maxOutputBytes?: number;
  readonly signal?: AbortSignal;
}

/** All this package needs of a connection; a session of `@myriad/paths` fits. */
export interface SqlRunner {
  query(sql: string, values?: readonly SqlValue[], limits?: SqlLimits): Promise<readonly SqlRow[]>;
}

/** Text of a column, '' for null: drivers give strings, numbers, bigints or bytes. */
export const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : value instanceof Uint8Array
      ? Buffer.from(value).toString()
      : String(value);

/** null stays null; anything that is no number becomes null, never 0. */
export const numberOf = (value: unknown): number | null => {
  const text = textOf(value);
  return text === '' || Number.isNaN(Number(text)) ? null : Number(text);
};

export const isOn = (value: unknown): boolean => ['1', 'ON', 'YES', 'TRUE'].includes(textOf(value).toUpperCase());

/** Global variables or status values by name (lower case); absent where the server does not have them. */
export async function readNamed(
  sql: SqlRunner,
  kind: 'variables' | 'status',
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await send(sql, anywhere, namedValues, { input: { kind, count: names.length }, values: names });
  return new Map(rows.map((row) => [textOf(row.Variable_name).toLowerCase(), textOf(row.Value)]));
}
