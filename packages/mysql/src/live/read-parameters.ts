import { boundedText } from '../observe/bounded-text.ts';
import { ask, type Found, type PortraitLook, readPart, upTo } from '../observe/look.ts';
import { beginLook, type PortraitOptions } from '../observe/read-portrait.ts';
import { isSecretParameter, readVariables } from '../observe/read-surroundings.ts';
import { timeOf } from '../observe/time-of.ts';
import type { SqlRow, SqlRunner } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import type { ParameterOrigin, ServerParameters } from './live.ts';
import { mostParameters, parameterOrigins, persistedParameters } from './parameter-statements.ts';

function originOf(row: SqlRow): ParameterOrigin {
  const name = boundedText(row.name, 128).toLowerCase();
  const [user, host] = [boundedText(row.set_user, 128), boundedText(row.set_host, 255)];
  const compiled = row.compiled === undefined || row.compiled === null ? null : boundedText(row.compiled);
  return {
    name,
    source: boundedText(row.source, 32).toLowerCase(),
    path: boundedText(row.path, 512),
    setBy: user === '' ? '' : `${user}@${host}`,
    setAt: timeOf(row.set_at),
    compiled: isSecretParameter(name) ? null : compiled,
  };
}

async function readOrigins(look: PortraitLook): Promise<Found<readonly ParameterOrigin[]>> {
  if (parameterOrigins.text(look.version, undefined) === undefined)
    throw new Error('this version does not tell where a value comes from');
  return upTo(await ask(look, parameterOrigins), mostParameters, originOf);
}

async function readPersisted(look: PortraitLook): Promise<Found<Readonly<Record<string, string>>>> {
  if (persistedParameters.text(look.version, undefined) === undefined) return { value: {} };
  const rows = (await ask(look, persistedParameters)).slice(0, mostParameters);
  const entries = rows.map((row): [string, string] => {
    const name = boundedText(row.name, 128).toLowerCase();
    return [name, isSecretParameter(name) ? '' : boundedText(row.value)];
  });
  return { value: Object.fromEntries(entries) };
}

/** What runs, where each value comes from, and what the next start would take from mysqld-auto.cnf: three statements. */
export async function readParameters(
  sql: SqlRunner,
  version: Version,
  options: PortraitOptions = {},
): Promise<ServerParameters> {
  const look = beginLook(sql, version, { withinSeconds: 15, limits: { mostBytes: 4 * 1024 * 1024 }, ...options });
  return {
    running: await readPart(look, () => readVariables(look)),
    origins: await readPart(look, () => readOrigins(look)),
    persisted: await readPart(look, () => readPersisted(look)),
  };
}
