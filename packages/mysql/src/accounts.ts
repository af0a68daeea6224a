import {
  accountsNamed,
  alterUser,
  createUser,
  dropTestSchema,
  dropUser,
  grantPrivileges,
  strayAccounts,
} from './catalogue/accounts.ts';
import { anywhere, send } from './catalogue/statement.ts';
import { type AccountPurpose, type Grant, madeGrants } from './grants.ts';
import { cachingSha2Hash, nativePasswordHash } from './password-hash.ts';
import { quoteAccount, quoteString } from './quoting.ts';
import { type SqlRunner, textOf } from './sql-runner.ts';
import { isAtLeast, type Version } from './version.ts';

export interface Account {
  readonly user: string;
  /** Host pattern: `%`, `10.0.%`, `localhost`. */
  readonly host: string;
  /** Logs in over TLS only; a plain connection is refused. */
  readonly demands?: 'tls';
}

/**
 * The `IDENTIFIED …` clause with a hash made here, so that the password itself never reaches the server, its binlog or
 * its general log. `hash` lets a repeated try send the same one.
 */
export function identifiedBy(version: Version, password: string, hash?: string): string {
  if (version.flavor === 'mariadb')
    return `IDENTIFIED VIA mysql_native_password USING ${quoteString(hash ?? nativePasswordHash(password))}`;
  if (!isAtLeast(version, 8))
    return `IDENTIFIED WITH mysql_native_password AS ${quoteString(hash ?? nativePasswordHash(password))}`;
  return `IDENTIFIED WITH caching_sha2_password AS ${quoteString(hash ?? cachingSha2Hash(password))}`;
}

/** `GRANT … ON … TO 'user'@'host'`. */
export const printGrant = ({ privileges, on }: Grant, account: Account): string =>
  `GRANT ${privileges.join(', ')} ON ${on} TO ${quoteAccount(account)}`;

/** Statements that make an account of the platform; running them again changes nothing but the hash. */
export const accountStatements = (
  version: Version,
  purpose: Exclude<AccountPurpose, 'root'>,
  account: Account,
  password: string,
): readonly string[] => {
  const input = { account, identified: identifiedBy(version, password) };
  return [
    createUser.text(version, input) ?? '',
    alterUser.text(version, input) ?? '',
    ...madeGrants(version, purpose).map((grant) => printGrant(grant, account)),
  ];
};

/** Creates the account with exactly its grants. On a primary, with the binlog on: replicas get it from there. */
export async function createAccount(
  sql: SqlRunner,
  version: Version,
  purpose: Exclude<AccountPurpose, 'root'>,
  account: Account,
  password: string,
): Promise<void> {
  const input = { account, identified: identifiedBy(version, password) };
  await send(sql, version, createUser, { input });
  await send(sql, version, alterUser, { input });
  for (const grant of madeGrants(version, purpose))
    await send(sql, version, grantPrivileges, { input: { ...grant, account } });
}

/**
 * Gives `root@localhost` a password and removes every other root, the anonymous users and the test schema. The password
 * comes last: until it is set the fresh instance is reached by its socket only, and a repeated try can still log in.
 */
export async function secureRoot(sql: SqlRunner, version: Version, password: string): Promise<void> {
  for (const row of await send(sql, version, strayAccounts))
    await send(sql, version, dropUser, { input: { user: textOf(row.u), host: textOf(row.h) } });
  await send(sql, version, dropTestSchema);
  const input = { account: { user: 'root', host: 'localhost' }, identified: identifiedBy(version, password) };
  await send(sql, version, alterUser, { input });
}

/** Accounts that exist with this name, by host pattern. */
export async function findAccounts(sql: SqlRunner, user: string): Promise<readonly Account[]> {
  const rows = await send(sql, anywhere, accountsNamed, { values: [user] });
  return rows.map((row) => ({ user: textOf(row.u), host: textOf(row.h) }));
}
