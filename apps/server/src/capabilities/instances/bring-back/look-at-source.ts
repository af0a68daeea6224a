import { readGlance, readPurged, type SqlRunner, type Version } from '@myriad/mysql';
import type { SourceSeen } from './judge-repoint.ts';

/** What `judgeRepoint` has to know of a source. Changes nothing. */
export const lookAtSource = async (sql: SqlRunner, version: Version, signal?: AbortSignal): Promise<SourceSeen> => ({
  ...(await readGlance(sql, version, signal ? { signal } : {})),
  purged: await readPurged(sql, version),
});
