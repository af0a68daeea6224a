/** An identifier in back quotes. Throws on NUL and on names the server cannot have (empty, over 64 characters). */
export function quoteIdentifier(name: string): string {
  if (name.length === 0 || [...name].length > 64 || name.includes('\0'))
    throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return `\`${name.replaceAll('`', '``')}\``;
}

/**
 * A string literal for statements that take no parameters (CREATE USER, CHANGE REPLICATION SOURCE). Quotes are doubled;
 * a backslash is refused, because what it means depends on the session's NO_BACKSLASH_ESCAPES.
 */
export function quoteString(value: string): string {
  if (/[\0\\\r\n]/.test(value)) throw new Error('a string literal of ours holds no backslash, NUL or line break');
  return `'${value.replaceAll("'", "''")}'`;
}

/** `'user'@'host'`. */
export const quoteAccount = (account: { readonly user: string; readonly host: string }): string =>
  `${quoteString(account.user)}@${quoteString(account.host)}`;
