import type { SqlValue } from '../types.ts';

/**
 * Statements the server takes parameters for. Others (CREATE USER, GRANT, SET, CHANGE REPLICATION SOURCE …) cannot be
 * prepared with `?` in every place, so their values are written into the text.
 */
export const takesParameters = (sql: string): boolean =>
  /^[\s(]*(?:select|insert|update|delete|replace|with)\b/i.test(sql);

/** Writes values in place of `?`, leaving quoted text, quoted names and comments alone. Throws TypeError on a wrong count. */
export function writeLiterals(sql: string, values: readonly SqlValue[]): string {
  let used = 0;
  const text = sql.replaceAll(skipOrMark, (part) => {
    if (part !== '?') return part;
    const value = values[used];
    used += 1;
    return value === undefined ? '?' : sqlLiteral(value);
  });
  if (used !== values.length) throw new TypeError(`the statement has ${used} places and got ${values.length} values`);
  return text;
}

const skipOrMark = /'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|`(?:[^`]|``)*`|\/\*[\s\S]*?\*\/|(?:#|-- ).*|\?/g;

/** Relies on the session: utf8mb4 and no NO_BACKSLASH_ESCAPES (`setUpSession`). */
export function sqlLiteral(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} is no SQL number`);
    return String(value);
  }
  if (typeof value !== 'string') return `x'${Buffer.from(value).toString('hex')}'`;
  return `'${value.replaceAll(/['\\]/g, '\\$&')}'`;
}
