import { readGlance, readPurged, type SqlRunner, type Version } from '@myriad/mysql';
import type { SourceSeen } from './judge-repoint.ts';

/** What `judgeRepoint` has to know of a source. Changes nothing. */
export async function lookAtSource(sql: SqlRunner, version: Version, signal?: AbortSignal): Promise<SourceSeen> {
  const seen = await readGlance(sql, version, signal ? { signal } : {});
  // A server without binary logs may answer the question for them with an error.
  return { ...seen, purged: seen.logBin ? await readPurged(sql, version) : '' };
}
