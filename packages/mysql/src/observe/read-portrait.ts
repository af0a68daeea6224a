import type { SqlRunner } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { defaultLimits, type PortraitLimits, type PortraitLook, readPart } from './look.ts';
import { managedServiceOf } from './managed-hosting.ts';
import type { ServerPortrait } from './portrait.ts';
import { readAccounts, readEmptyPasswords, readSchemaGrants } from './read-accounts.ts';
import { readContents, readNonTransactional, readSchemas } from './read-contents.ts';
import {
  readBinlogFilters,
  readDumpThreads,
  readEngines,
  readEvents,
  readGroupMembers,
  readOwnPrivileges,
  readPlugins,
  readTls,
  readVariables,
} from './read-surroundings.ts';
import { readUse } from './read-use.ts';

export interface PortraitOptions {
  /** What of the schemas: names and counts only, tables with sizes, or columns and indexes too. Default all. */
  readonly contents?: 'none' | 'tables' | 'all';
  readonly limits?: Partial<PortraitLimits>;
  /** For the whole look; what is not read by then is refused. Default 60. */
  readonly withinSeconds?: number;
  readonly signal?: AbortSignal;
  /** Milliseconds; default the system's clock. */
  readonly now?: () => number;
}

/** A look for one or a few statements, as the readers of single pages take it. */
export function beginLook(sql: SqlRunner, version: Version, options: PortraitOptions = {}): PortraitLook {
  const { now = Date.now, withinSeconds = 60, signal, limits = {} } = options;
  const endsAt = now() + withinSeconds * 1000;
  return { sql, version, limits: { ...defaultLimits, ...limits }, signal, left: () => endsAt - now() };
}

/**
 * The deep look at a server that need not be ours: about twenty statements and three per schema, one after the other.
 * Nothing is written. A part that is refused, or for which no time was left, says so and leaves the others whole.
 * @throws only when the caller's signal aborts.
 */
export async function readPortrait(
  sql: SqlRunner,
  version: Version,
  options: PortraitOptions = {},
): Promise<ServerPortrait> {
  const { now = Date.now, contents = 'all' } = options;
  const readAt = now();
  const look = beginLook(sql, version, options);
  const variables = await readPart(look, () => readVariables(look));
  const own = await readPart(look, () => readOwnPrivileges(look));
  const known = await readPart(look, () => readSchemas(look));
  const values = variables.ok ? variables.value : {};
  return {
    variables,
    ownPrivileges: own,
    plugins: await readPart(look, () => readPlugins(look)),
    engines: await readPart(look, () => readEngines(look)),
    binlogFilters: await readPart(look, () => readBinlogFilters(look)),
    dumpThreads: await readPart(look, () => readDumpThreads(look)),
    groupMembers: await readPart(look, () => readGroupMembers(look)),
    accounts: await readPart(look, () => readAccounts(look)),
    emptyPasswords: await readPart(look, () => readEmptyPasswords(look)),
    schemaGrants: await readPart(look, () => readSchemaGrants(look)),
    events: await readPart(look, () => readEvents(look, own)),
    tls: await readPart(look, () => readTls(look, variables)),
    schemas: known,
    nonTransactional: await readPart(look, () => readNonTransactional(look, known)),
    contents: await readContents(look, known, contents),
    ...(contents === 'all'
      ? { uses: await readPart(look, () => readUse(look, { variables, ownPrivileges: own, schemas: known })) }
      : {}),
    managed: managedServiceOf({
      variables: values,
      versionText: values.version ?? version.text,
      versionComment: values.version_comment ?? '',
    }),
    readAt,
    tookMilliseconds: now() - readAt,
  };
}
