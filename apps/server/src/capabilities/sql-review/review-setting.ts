import type { Dialect } from '@myriad/sql';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { actorOnThing } from '../metadata/index.ts';
import { askCluster, type ClusterAnswer } from './ask-cluster.ts';
import { defaultDialect } from './default-dialect.ts';
import { dialectNamed } from './dialect-named.ts';
import type { SqlReviewParts } from './parts.ts';
import { mayAskServer } from './policy.ts';
import { type ChosenPolicy, choosePolicy } from './read-layers.ts';

/** What SQL is reviewed for. */
export interface ReviewTarget {
  readonly dialect?: string | undefined;
  readonly applicationId?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly schema?: string | undefined;
  readonly environment?: string | undefined;
  readonly server?: 'if-it-answers' | 'required' | undefined;
}

/** Where it will run, so far as was said or follows from the cluster. */
export interface ReviewPlace {
  readonly applicationId: string | undefined;
  readonly environment: string | undefined;
  readonly clusterId: string | undefined;
  readonly schema: string | undefined;
  /** Who answers for the application. */
  readonly owner: string;
}

/** What a review is made with. */
export interface ReviewSetting extends ReviewPlace {
  readonly dialect: Dialect;
  readonly answer: ClusterAnswer | undefined;
  readonly policy: ChosenPolicy;
  /** As `2026-11-22`. */
  readonly today: string;
}

/** Whether the actor may ask for it. @throws ProblemError: see the endpoint */
export async function placeReview(parts: SqlReviewParts, actor: Actor, asked: ReviewTarget): Promise<ReviewPlace> {
  const { db, metadata } = parts;
  const { clusterId, schema } = asked;
  if (asked.dialect !== undefined) dialectNamed(asked.dialect);
  const cluster = clusterId === undefined ? undefined : await clusterOf(parts, actor, clusterId);
  if (asked.applicationId !== undefined) await actorOnThing(db, actor, 'application', asked.applicationId);
  const applicationId = asked.applicationId ?? cluster?.applicationId ?? undefined;
  const environment = asked.environment ?? cluster?.environment;
  const owner = applicationId === undefined ? '' : (await metadata.getApplication(db, applicationId)).owner;
  return { applicationId, environment, clusterId, schema, owner };
}

/** Asks the cluster, where there is one, and finds the policy. @throws ProblemError REVIEW_SERVER_SILENT */
export async function setReview(
  parts: SqlReviewParts,
  place: ReviewPlace,
  asked: Pick<ReviewTarget, 'dialect' | 'server'> & { readonly text: string; readonly advises: boolean },
): Promise<ReviewSetting> {
  const { clusterId, schema } = place;
  const { text, advises } = asked;
  const answer = clusterId === undefined ? undefined : await askCluster(parts, { clusterId, schema, text, advises });
  if (asked.server === 'required' && answer?.live.state === 'silent')
    throw new ProblemError('REVIEW_SERVER_SILENT', { reason: answer.live.because ?? '' });
  return {
    ...{ ...place, answer, today: new Date(parts.clock.now()).toISOString().slice(0, 10) },
    dialect: asked.dialect === undefined && answer ? answer.dialect : dialectNamed(asked.dialect ?? defaultDialect),
    policy: await choosePolicy(parts.db, place),
  };
}

async function clusterOf({ db, metadata }: SqlReviewParts, actor: Actor, clusterId: string) {
  requireAllowed(mayAskServer(await actorOnThing(db, actor, 'cluster', clusterId)));
  return metadata.getCluster(db, clusterId);
}
