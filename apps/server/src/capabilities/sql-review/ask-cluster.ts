import { readForReview, readVersion } from '@myriad/mysql';
import type { Dialect } from '@myriad/sql';
import { dialectOf, factsFrom, factsNeeded, type ReviewFacts } from '@myriad/sql-review';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { SqlReviewParts } from './parts.ts';

/** As long as somebody who waits has patience; what was not asked by then is missing. */
const withinSeconds = 30;

/**
 * Asks the primary of a cluster what a script needs, with the account that only looks. @throws ProblemError
 * REVIEW_SERVER_SILENT
 */
export async function askCluster(
  { db, metadata, access }: SqlReviewParts,
  {
    clusterId,
    schema,
    text,
  }: { readonly clusterId: string; readonly schema: string | undefined; readonly text: string },
): Promise<{ readonly facts: ReviewFacts; readonly dialect: Dialect }> {
  const instances = await metadata.listInstancesOf(db, [clusterId]);
  const primary = instances.find(({ role }) => role !== 'replica') ?? instances[0];
  if (!primary) throw silent('no instance', '没有实例');
  const as = (await metadata.findAccount(db, clusterId, 'observe')) ? 'observe' : 'monitor';
  try {
    await using session = await access.openInstance(primary.id, { as, signal: AbortSignal.timeout(10_000) });
    const version = await readVersion(session);
    const seen = await readForReview(session, version, { tables: [], plans: [] }, { schema });
    const dialect = dialectOf(seen);
    const asked = factsNeeded(text, dialect);
    const answers = await readForReview(session, version, asked, { withinSeconds });
    return { dialect, facts: factsFrom(answers, dialect) };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const said = error instanceof Error ? error.message : String(error);
    throw silent(said, said);
  }
}

const silent = (en: string, zh: string): ProblemError =>
  new ProblemError('REVIEW_SERVER_SILENT', { reason: { en, zh } });
