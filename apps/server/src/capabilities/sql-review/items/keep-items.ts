import type { ReviewedStatement, ReviewGrade } from '@myriad/contract';
import { newId } from '../../../platform/database/new-id.ts';
import type { Tx } from '../../../platform/database/schema.ts';
import { type ItemRecord, insertItems, listItemsOf, seeItem, updateItem } from '../store/items.ts';
import { dueDays, priorityOf } from './priority.ts';

/** One script brings no more than so many new items, the gravest first: nobody works through more. */
const mostNew = 500;
const day = 24 * 3_600_000;

export interface KnownOfStatement {
  readonly executionsPerDay?: number | undefined;
  readonly sizeBytes?: number | undefined;
}

export interface SeenReview {
  readonly reviewId: string;
  readonly applicationId: string;
  /** Who answers where nobody is named. */
  readonly owner: string;
  readonly at: number;
  readonly result: readonly ReviewedStatement[];
  readonly headOf: (statement: ReviewedStatement) => string;
  /** What is known of traffic and size, by fingerprint. */
  readonly known: ReadonlyMap<string, KnownOfStatement>;
  /** Rules that need nothing but the text: what they no longer find is mended. */
  readonly isOfText: (rule: string) => boolean;
  /** Rules the policy of this review has on: the others mend nothing by their silence. */
  readonly isJudged: (rule: string) => boolean;
}

/** Keeps what a review found as items to be mended: new ones with owner and due day, known ones seen once more. */
export async function keepItems(tx: Tx, review: SeenReview): Promise<void> {
  const { reviewId, applicationId, owner, at, known, isOfText, isJudged, headOf } = review;
  const reviewed = review.result.filter(({ score }) => score !== null);
  const fingerprints = [...new Set(reviewed.map(({ fingerprint }) => fingerprint))];
  const before = new Map(
    (await listItemsOf(tx, applicationId, fingerprints)).map((row) => [`${row.fingerprint} ${row.rule}`, row]),
  );
  const found = new Map<
    string,
    { readonly one: ReviewedStatement; readonly rule: string; readonly grade: ReviewGrade }
  >();
  for (const one of reviewed)
    for (const { rule, grade } of one.findings)
      if (!found.has(`${one.fingerprint} ${rule}`)) found.set(`${one.fingerprint} ${rule}`, { one, rule, grade });
  const made: ItemRecord[] = [];
  for (const [key, { one, rule, grade }] of found) {
    const item = before.get(key);
    const now = known.get(one.fingerprint) ?? {};
    const executionsPerDay = now.executionsPerDay ?? numberOf(item?.executions_per_day);
    const sizeBytes = now.sizeBytes ?? numberOf(item?.size_bytes);
    const weighed = {
      ...{ grade, last_at: at, review_id: reviewId, head: headOf(one) },
      ...{ executions_per_day: executionsPerDay ?? null, size_bytes: sizeBytes ?? null },
      // In tenths: whole numbers keep their order in every store.
      priority: Math.round(priorityOf({ grade, executionsPerDay, sizeBytes }) * 10),
    };
    const due = dayOfTime(at + dueDays[grade] * day);
    if (item) await seeItem(tx, item.id, { ...weighed, ...reopened(item, due) });
    else
      made.push({
        ...weighed,
        ...{ id: newId(), application_id: applicationId, fingerprint: one.fingerprint, rule, first_at: at, seen: 1 },
        ...{ owner, due, state: 'open', until_day: null, reason: null, by_name: null, changed_at: null },
      });
  }
  // Excused is not mended, and a rule that failed has not looked.
  const unsaid = new Set(
    reviewed.flatMap(({ fingerprint, excused, failed }) =>
      [...excused, ...failed].map(({ rule }) => `${fingerprint} ${rule}`),
    ),
  );
  made.sort((a, b) => Number(b.priority) - Number(a.priority));
  await insertItems(tx, made.slice(0, mostNew));
  for (const [key, item] of before) {
    if (found.has(key) || unsaid.has(key)) continue;
    const state = silentState(item, { isOfText, isJudged });
    if (state !== item.state) await updateItem(tx, item.id, { state, changed_at: at, by_name: null, reason: null });
  }
}

/** Of an item nobody found this time: a rule that is off has not looked. */
function silentState(
  { state, rule }: ItemRecord,
  { isOfText, isJudged }: Pick<SeenReview, 'isOfText' | 'isJudged'>,
): string {
  if (state !== 'open' && state !== 'not-judged') return state;
  if (!isJudged(rule)) return 'not-judged';
  return isOfText(rule) ? 'fixed' : 'open';
}

/** What somebody called mended and is there again is open again, and has its days again; what only nobody judged, the old ones. */
function reopened({ state }: ItemRecord, due: string): Partial<ItemRecord> {
  if (state === 'not-judged') return { state: 'open' };
  return state === 'fixed' ? { state: 'open', due, reason: null } : {};
}

const numberOf = (value: number | null | undefined): number | undefined =>
  value === null || value === undefined ? undefined : Number(value);

const dayOfTime = (at: number): string => new Date(at).toISOString().slice(0, 10);
