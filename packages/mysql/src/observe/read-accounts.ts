import { type SqlRow, textOf } from '../sql-runner.ts';
import {
  accounts,
  dynamicGrants,
  emptyPasswords,
  privilegeColumns,
  schemaGrants,
  schemaPrivilegeColumns,
} from './account-statements.ts';
import { boundedText } from './bounded-text.ts';
import { ask, type Found, type PortraitLook, upTo } from './look.ts';
import type { AccountFacts, SchemaGrant } from './portrait.ts';
import { timeOf } from './time-of.ts';

const mostAccounts = 2000;

const granted = (row: SqlRow, columns: readonly string[]): readonly string[] =>
  columns.filter((column) => textOf(row[column]) === 'Y').map((column) => privilegeColumns[column] ?? column);

/** JSON of the pair: no separator that a hostile user name could not hold. */
const keyOf = (user: string, host: string): string => JSON.stringify([user, host]);

async function readDynamic(look: PortraitLook): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (dynamicGrants.text(look.version, undefined) === undefined) return found;
  for (const row of (await ask(look, dynamicGrants)).slice(0, 40_000)) {
    const key = keyOf(boundedText(row.user, 128), boundedText(row.host, 255));
    found.set(key, [...(found.get(key) ?? []), boundedText(row.privilege, 64)]);
  }
  return found;
}

/** Accounts with their global privileges. No column we name holds a hash. */
export async function readAccounts(look: PortraitLook): Promise<Found<readonly AccountFacts[]>> {
  const rows = await ask(look, accounts);
  const dynamic = await readDynamic(look);
  return upTo(rows, mostAccounts, (row) => {
    const [user, host] = [boundedText(row.User, 128), boundedText(row.Host, 255)];
    const changed = row.password_last_changed;
    return {
      user,
      host,
      isRole: textOf(row.is_role) === 'Y',
      plugin: boundedText(row.plugin, 64),
      locked: row.account_locked === undefined ? null : textOf(row.account_locked) === 'Y',
      passwordExpired: textOf(row.password_expired) === 'Y',
      passwordChangedAt: timeOf(changed),
      tls: boundedText(row.ssl_type, 16),
      global: [...granted(row, Object.keys(privilegeColumns)), ...(dynamic.get(keyOf(user, host)) ?? [])],
    };
  });
}

export async function readSchemaGrants(look: PortraitLook): Promise<Found<readonly SchemaGrant[]>> {
  return upTo(await ask(look, schemaGrants), 5000, (row) => ({
    user: boundedText(row.User, 128),
    host: boundedText(row.Host, 255),
    schema: boundedText(row.Db, 64),
    privileges: granted(row, schemaPrivilegeColumns),
  }));
}

export async function readEmptyPasswords(
  look: PortraitLook,
): Promise<Found<readonly { readonly user: string; readonly host: string }[]>> {
  return upTo(await ask(look, emptyPasswords), 1000, (row) => ({
    user: boundedText(row.user, 128),
    host: boundedText(row.host, 255),
  }));
}
