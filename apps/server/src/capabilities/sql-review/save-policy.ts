import type { ReviewPolicyScope, ReviewPolicyView } from '@myriad/contract';
import { listOwnRulesIn, setRuleIn } from '@myriad/sql-review';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { isDuplicateKey } from '../../platform/database/is-duplicate-key.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { Note, SqlReviewParts } from './parts.ts';
import { mayChangePolicy } from './policy.ts';
import { readLayer } from './read-layers.ts';
import { findPolicy, insertPolicy, scopeIdOf } from './store/policies.ts';
import { ownRulesBefore, viewPolicy } from './view-policies.ts';

export interface Saved {
  readonly scope: ReviewPolicyScope;
  readonly from: number;
  readonly note: string;
}
type Parts = Pick<SqlReviewParts, 'db' | 'clock' | 'metadata'>;

/** The next version of a policy. @throws ProblemError REVIEW_POLICY_INVALID, REVIEW_POLICY_MOVED_ON, NOT_AN_OPERATOR */
export async function savePolicy(
  parts: Parts,
  actor: Actor,
  { scope, from, note, text }: Saved & { readonly text: string },
  audit: Note,
): Promise<ReviewPolicyView> {
  const { db, clock, metadata } = parts;
  requireAllowed(await mayChangePolicy(db, actor, scope));
  // Who operates everything operates what does not exist too.
  if (scope.kind === 'application') await metadata.getApplication(db, scope.id);
  await requireSound(parts, scope, text);
  const record = {
    ...{ scope_kind: scope.kind, scope_id: scopeIdOf(scope), version: from + 1, text, note },
    ...{ by_name: actor.name, at: clock.now() },
  };
  try {
    await inTransaction(db, async (tx) => {
      const latest = Number((await findPolicy(tx, scope))?.version ?? 0);
      if (latest !== from) throw new ProblemError('REVIEW_POLICY_MOVED_ON', { latest, from });
      await insertPolicy(tx, record);
      await audit(tx, `review-policy/${scope.kind}${scope.kind === 'base' ? '' : `:${scope.id}`}`);
    });
  } catch (error) {
    // Two saved at the same moment: the key decided.
    if (isDuplicateKey(error)) throw new ProblemError('REVIEW_POLICY_MOVED_ON', { latest: from + 1, from });
    throw error;
  }
  return viewPolicy(parts, actor, record);
}

/** An own rule that an upgrade broke may stay as it was: else nothing could be changed beside it, nor could it be turned off. */
async function requireSound(parts: Parts, scope: ReviewPolicyScope, text: string): Promise<void> {
  const beside = await ownRulesBefore(parts, scope);
  const { ownRules } = await readLayer(text, beside, 'changed');
  const broken = ownRules.filter((rule) => rule.broken).map(({ id }) => id);
  if (broken.length === 0) return;
  const entries = async (of: string) => new Map((await listOwnRulesIn(of)).map((one) => [one.id, one.text]));
  const before = await entries((await findPolicy(parts.db, scope))?.text ?? '');
  const now = await entries(text);
  if (broken.some((id) => now.get(id) !== before.get(id))) await readLayer(text, beside, 'given');
}

/** One rule, changed in the text as it stands. @throws as `savePolicy` */
export async function setRule(
  parts: Parts,
  actor: Actor,
  {
    ruleId,
    setting,
    ...saved
  }: Saved & {
    readonly ruleId: string;
    readonly setting: Parameters<typeof setRuleIn>[2];
  },
  audit: Note,
): Promise<ReviewPolicyView> {
  requireAllowed(await mayChangePolicy(parts.db, actor, saved.scope));
  const now = (await findPolicy(parts.db, saved.scope))?.text ?? '';
  return savePolicy(parts, actor, { ...saved, text: await setRuleIn(now, ruleId, setting) }, audit);
}
