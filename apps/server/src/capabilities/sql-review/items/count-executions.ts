import { readExecutions, type Version } from '@myriad/mysql';
import type { MysqlSession } from '@myriad/paths';
import { type Dialect, digestText, fingerprint, splitScript } from '@myriad/sql';

/** Different statements asked about. */
const most = 500;

/** Executions a day by fingerprint. Where the digests cannot be read nothing is known, and nothing else is hindered. */
export async function countExecutions(
  session: MysqlSession,
  version: Version,
  text: string,
  dialect: Dialect,
): Promise<ReadonlyMap<string, number>> {
  const digests = new Map<string, string>();
  for (const { start, end } of splitScript(text, dialect)) {
    if (digests.size >= most) break;
    digests.set(digestText(text, dialect, start, end), fingerprint(text.slice(start, end), dialect));
  }
  try {
    const found = await readExecutions(session, version, [...digests.keys()]);
    return new Map([...found].flatMap(([digest, count]) => keyed(digests.get(digest), count)));
  } catch {
    // performance_schema is off, or not ours to see.
    return new Map();
  }
}

const keyed = (key: string | undefined, count: number) => (key === undefined ? [] : [[key, count] as const]);
