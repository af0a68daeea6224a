import type { ReviewedStatement, SqlReviewView } from '@myriad/contract';
import { allRules, type PolicyLayer } from '@myriad/sql-review';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { isDuplicateKey } from '../../platform/database/is-duplicate-key.ts';
import { newId } from '../../platform/database/new-id.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { actorOnThing } from '../metadata/index.ts';
import { adviseText } from './advise-text.ts';
import { askCluster } from './ask-cluster.ts';
import { defaultDialect } from './default-dialect.ts';
import { dialectNamed } from './dialect-named.ts';
import { keepItems } from './items/keep-items.ts';
import { knownOf } from './items/known-of.ts';
import { judgeText } from './judge-text.ts';
import type { Note, SqlReviewParts } from './parts.ts';
import { mayAskServer } from './policy.ts';
import { choosePolicy } from './read-layers.ts';
import { insertReview } from './store/reviews.ts';
import { findView } from './view-reviews.ts';

export interface AskedReview {
  readonly text: string;
  readonly dialect?: string | undefined;
  readonly applicationId?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly schema?: string | undefined;
  readonly environment?: string | undefined;
  readonly server?: 'if-it-answers' | 'required' | undefined;
  readonly advise?: boolean | undefined;
}

/** Judges a text and keeps what came of it. @throws ProblemError: see the endpoint */
export async function reviewText(
  parts: SqlReviewParts,
  actor: Actor,
  asked: AskedReview,
  note: Note,
): Promise<SqlReviewView> {
  const { db, clock, metadata } = parts;
  const { text, clusterId, schema } = asked;
  const cluster = clusterId === undefined ? undefined : await clusterOf(parts, actor, clusterId);
  if (asked.applicationId !== undefined) await actorOnThing(db, actor, 'application', asked.applicationId);
  const applicationId = asked.applicationId ?? cluster?.applicationId ?? undefined;
  const environment = asked.environment ?? cluster?.environment;
  const asking = { schema, text, advises: asked.advise === true };
  const answer = clusterId === undefined ? undefined : await askCluster(parts, { clusterId, ...asking });
  const live = answer?.live;
  if (asked.server === 'required' && live?.state === 'silent')
    throw new ProblemError('REVIEW_SERVER_SILENT', { reason: live.because ?? '' });
  const dialect =
    asked.dialect === undefined && answer ? answer.dialect : dialectNamed(asked.dialect ?? defaultDialect);
  const { layer, versions, broken } = await choosePolicy(db, { environment, applicationId });
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  const result = await judgeText({ text, dialect, facts: answer?.facts ?? {}, layer, today });
  const advice = asked.advise ? await adviseText({ text, dialect, facts: answer?.facts ?? {} }) : undefined;
  const clusterIds = clusterId === undefined ? undefined : [clusterId];
  const known = await knownOf(parts, { text, dialect, result, applicationId, clusterIds, answer });
  const owner = applicationId === undefined ? '' : (await metadata.getApplication(db, applicationId)).owner;
  const id = newId();
  const keep = () =>
    inTransaction(db, async (tx) => {
      const server = `${dialect.flavour === 'mysql' ? 'MySQL' : 'MariaDB'} ${dialect.version.join('.')}`;
      await insertReview(tx, {
        ...{ id, created_at: clock.now(), reviewer_id: actor.id, reviewer_name: actor.name, server },
        ...{ application_id: applicationId ?? null, cluster_id: clusterId ?? null, schema_name: schema ?? null },
        ...{ environment: environment ?? null, head: headOf(text), ...numbersOf(result) },
        result: JSON.stringify({ text, result, ...judgedBy(layer), policies: versions, broken, live, advice }),
      });
      if (applicationId !== undefined)
        await keepItems(tx, {
          reviewId: id,
          applicationId,
          owner,
          at: clock.now(),
          result,
          headOf: headIn(text),
          known,
          isOfText,
          isJudged: judgedUnder(layer),
        });
      await note(tx, `sql-review/${id}`);
    });
  try {
    await keep();
  } catch (error) {
    // Another review found the same at the same moment: now it is there.
    if (!isDuplicateKey(error)) throw error;
    await keep();
  }
  return findView(parts, actor, id);
}

async function clusterOf({ db, metadata }: SqlReviewParts, actor: Actor, clusterId: string) {
  requireAllowed(mayAskServer(await actorOnThing(db, actor, 'cluster', clusterId)));
  return metadata.getCluster(db, clusterId);
}

const headIn =
  (text: string) =>
  ({ start, end }: ReviewedStatement): string =>
    headOf(text.slice(start, end));

/** Shipped rules that need nothing but the text. */
const textRules = new Set(allRules.filter(({ tier }) => tier === 'text').map(({ id }) => id));
const isOfText = (rule: string): boolean => textRules.has(rule);

/** The first words of the text, in one line. */
const headOf = (text: string): string => [...text.slice(0, 1000).replace(/\s+/g, ' ').trim()].slice(0, 120).join('');

const rulesOn = ({ rules: policy, ownRules }: PolicyLayer) =>
  [...allRules, ...ownRules].filter(({ id, off }) => policy[id]?.on ?? !off);

const judgedBy = (layer: PolicyLayer) => ({
  gate: { ...layer.gate, block: [...(layer.gate.block ?? ['X'])] },
  rules: rulesOn(layer).length,
});

function judgedUnder(layer: PolicyLayer): (rule: string) => boolean {
  const on = new Set(rulesOn(layer).map(({ id }) => id));
  return (rule) => on.has(rule);
}

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
