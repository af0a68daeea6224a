import type { ReviewQualityRow } from '@myriad/contract';
import type { Actor } from '../../platform/policy/decision.ts';
import type { SqlReviewParts } from './parts.ts';
import { listNumbers } from './store/reviews.ts';
import { namesOf, reviewSight } from './view-reviews.ts';

type Parts = Pick<SqlReviewParts, 'db' | 'clock' | 'metadata'>;

/** Reviews of so long are put together here; a busy platform has a few hundred a day. */
const mostReviews = 200_000;

/** By application and month, newest month first. */
export async function viewQuality(parts: Parts, actor: Actor, months: number): Promise<readonly ReviewQualityRow[]> {
  const now = new Date(parts.clock.now());
  const since = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1, 1);
  const names = await namesOf(parts);
  const rows = await listNumbers(parts.db, await reviewSight(parts, actor), since, mostReviews);
  const groups = Map.groupBy(rows, ({ created_at, application_id }) =>
    JSON.stringify([new Date(Number(created_at)).toISOString().slice(0, 7), application_id]),
  );
  return [...groups].map(([key, of]) => {
    const [month, applicationId]: [string, string | null] = JSON.parse(key);
    const sum = (pick: (row: (typeof of)[number]) => unknown) => of.reduce((all, row) => all + Number(pick(row)), 0);
    const scored = sum(({ scored }) => scored);
    const lowest = of.flatMap((row) => (row.lowest === null ? [] : [Number(row.lowest)]));
    const application = applicationId === null ? undefined : names.get(applicationId);
    return {
      ...(applicationId === null ? {} : { applicationId, application: application?.name ?? applicationId }),
      ...(application ? { owner: application.owner, team: application.businessLine } : {}),
      ...{ month, reviews: of.length, statements: sum(({ statements }) => statements), scored },
      score: scored === 0 ? null : Math.round((sum((row) => row.score_sum) * 10) / scored) / 10,
      lowest: lowest.length === 0 ? null : lowest.reduce((low, one) => Math.min(low, one), 100),
      findings: {
        ...{ X: sum((row) => row.found_x), E: sum((row) => row.found_e) },
        ...{ W: sum((row) => row.found_w), N: sum((row) => row.found_n) },
      },
      notPassed: of.filter(({ passed }) => Number(passed) === 0).length,
    };
  });
}
