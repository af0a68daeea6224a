import { type ReviewAdvice, type ReviewedStatement, type Words, withUnseenShown } from '@myriad/contract';
import { allRules, type PolicyLayer } from '@myriad/sql-review';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { isDuplicateKey } from '../../platform/database/is-duplicate-key.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Tx } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { keepItems } from './items/keep-items.ts';
import { knownOf } from './items/known-of.ts';
import type { SqlReviewParts } from './parts.ts';
import type { ReviewSetting } from './review-setting.ts';
import { sqlOf } from './sql-of.ts';
import { insertReview } from './store/reviews.ts';

export interface MadeReview {
  readonly text: string;
  readonly result: readonly ReviewedStatement[];
  readonly advice?: ReviewAdvice | undefined;
  /** Of several files. */
  readonly file?: { readonly batchId: string; readonly name: string; readonly notes: readonly Words[] };
}

/** Keeps a review, and what it found as items to be mended. `also`: what else belongs to it. */
export async function keepReview(
  parts: SqlReviewParts,
  actor: Actor,
  setting: ReviewSetting,
  { text, result, advice, file }: MadeReview,
  also: (tx: Tx, reviewId: string) => Promise<void>,
): Promise<string> {
  const { db, clock } = parts;
  const { applicationId, environment, clusterId, schema, owner, dialect, answer, policy } = setting;
  const { layer, versions, broken } = policy;
  const clusterIds = clusterId === undefined ? undefined : [clusterId];
  const known = await knownOf(parts, { text, dialect, result, applicationId, clusterIds, answer });
  const id = newId();
  const on = new Set(rulesOn(layer));
  const live = answer?.live;
  const keep = () =>
    inTransaction(db, async (tx) => {
      const at = clock.now();
      const server = `${dialect.flavour === 'mysql' ? 'MySQL' : 'MariaDB'} ${dialect.version.join('.')}`;
      const judgedBy = { gate: { ...layer.gate, block: [...(layer.gate.block ?? ['X'])] }, rules: on.size };
      await insertReview(tx, {
        ...{ id, created_at: at, reviewer_id: actor.id, reviewer_name: actor.name, server },
        ...{ application_id: applicationId ?? null, cluster_id: clusterId ?? null, schema_name: schema ?? null },
        ...{ environment: environment ?? null, head: headOf(text), ...numbersOf(result) },
        ...{ batch_id: file?.batchId ?? null, file_name: file?.name ?? null },
        result: JSON.stringify({
          text,
          result,
          ...judgedBy,
          policies: versions,
          broken,
          notes: file?.notes,
          live,
          advice,
        }),
      });
      if (applicationId !== undefined)
        await keepItems(tx, {
          ...{ reviewId: id, applicationId, owner, at, result, known, isOfText },
          headOf: (one) => headOf(sqlOf(text, one)),
          isJudged: (rule) => on.has(rule),
        });
      await also(tx, id);
    });
  try {
    await keep();
  } catch (error) {
    // Another review found the same at the same moment: now it is there.
    if (!isDuplicateKey(error)) throw error;
    await keep();
  }
  return id;
}

/** Shipped rules that need nothing but the text. */
const textRules = new Set(allRules.filter(({ tier }) => tier === 'text').map(({ id }) => id));
const isOfText = (rule: string): boolean => textRules.has(rule);

/** The first words of the text, in one line. */
const headOf = (text: string): string =>
  [...withUnseenShown(text.slice(0, 1000).replace(/\s+/g, ' ').trim())].slice(0, 120).join('');

/** What is broken is on, and judges nothing. */
const rulesOn = ({ rules: policy, ownRules }: PolicyLayer): readonly string[] =>
  [...allRules, ...ownRules].filter(({ id, off, broken }) => !broken && (policy[id]?.on ?? !off)).map(({ id }) => id);

function numbersOf(result: readonly ReviewedStatement[]) {
  const scores = result.flatMap(({ score }) => score ?? []);
  // What cannot be read is told of as not reviewed, not as a flaw of the statement.
  const found = result.flatMap(({ score, findings }) => (score === null ? [] : findings));
  const count = (grade: string) => found.filter((one) => one.grade === grade).length;
  return {
    ...{ statements: result.length, not_reviewed: result.length - scores.length, scored: scores.length },
    score_sum: scores.reduce((sum, score) => sum + score, 0),
    lowest: scores.length === 0 ? null : scores.reduce((low, score) => Math.min(low, score), 100),
    ...{ found_x: count('X'), found_e: count('E'), found_w: count('W'), found_n: count('N') },
    passed: result.every(({ verdict }) => verdict === 'passed') ? 1 : 0,
  };
}
