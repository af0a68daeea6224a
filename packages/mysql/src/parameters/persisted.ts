import {
  forgetPersisted,
  persistedParameters,
  persistForRestart,
  persistParameter,
  setParameter,
} from '../catalogue/settings.ts';
import { send } from '../catalogue/statement.ts';
import { readNamed, type SqlRunner, textOf } from '../sql-runner.ts';
import { isAtLeast, type Version } from '../version.ts';
import type { Parameter } from './parameter-book.ts';

/** Whether the server can keep a parameter by itself. */
export const canPersist = (version: Version): boolean => version.flavor === 'mysql' && isAtLeast(version, 8);

/** By name, lower case; empty where the version knows no such thing. Throws what the server says. */
export async function readPersisted(sql: SqlRunner, version: Version): Promise<ReadonlyMap<string, string>> {
  if (!canPersist(version)) return new Map();
  const rows = await send(sql, version, persistedParameters);
  return new Map(rows.map(({ name, value }) => [textOf(name).toLowerCase(), textOf(value)]));
}

/** What the running server has, by name in lower case; absent: it knows no such parameter. */
export const readParameterValues = (sql: SqlRunner, names: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  names.length === 0 ? Promise.resolve(new Map()) : readNamed(sql, 'variables', names);

type Known = Pick<Parameter, 'name' | 'kind'>;

/** In the running server. */
export async function setGlobal(sql: SqlRunner, version: Version, parameter: Known, value: string): Promise<void> {
  await send(sql, version, setParameter, { input: { parameter, value } });
}

/** In the running server, and after its restarts. Throws StatementUnknown where the version cannot. */
export async function setPersisted(sql: SqlRunner, version: Version, parameter: Known, value: string): Promise<void> {
  await send(sql, version, persistParameter, { input: { parameter, value } });
}

/** Only after its next start. MySQL asks PERSIST_RO_VARIABLES_ADMIN for it. Throws StatementUnknown where the version cannot. */
export async function setPersistedOnly(
  sql: SqlRunner,
  version: Version,
  parameter: Known,
  value: string,
): Promise<void> {
  await send(sql, version, persistForRestart, { input: { parameter, value } });
}

export async function resetPersisted(sql: SqlRunner, version: Version, name: string): Promise<void> {
  if (canPersist(version)) await send(sql, version, forgetPersisted, { input: name });
}
