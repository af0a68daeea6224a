import type { AlterTable } from '@myriad/sql';
import { nameOf } from '../context.ts';
import { bytesOf } from '../facts/statistics.ts';
import { type History, keyOfName } from '../walk/history.ts';
import { type KnownTables, predictDdl } from './predict-ddl.ts';

/** Below this nobody waits long enough for a tool. */
const smallBytes = 104_857_600;

/**
 * Whether somebody would run a change with gh-ost or pt-osc: rows are rewritten, and they are many as far as is known. A
 * table that the script has just made has none.
 */
export function needsOnlineTool(
  alter: AlterTable,
  { history, ...known }: KnownTables & { readonly history: History },
): boolean {
  const name = keyOfName(alter.name);
  if (history.created.has(name) && !history.written.has(name)) return false;
  const size = known.statisticsOf(nameOf(alter.name));
  const isSmall = size?.dataBytes !== undefined && bytesOf(size) < smallBytes;
  return !isSmall && predictDdl(alter, known)[0]?.rebuilds === true;
}
