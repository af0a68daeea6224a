import {
  fleetProblems,
  type ReviewPolicyScope,
  type ReviewPolicyVersion,
  type ReviewPolicyView,
} from '@myriad/contract';
import { isExpired, type Rule } from '@myriad/sql-review';
import { type Actor, abilityOf } from '../../platform/policy/decision.ts';
import { mustOperate } from '../auth/index.ts';
import { sightOf } from '../metadata/index.ts';
import type { SqlReviewParts } from './parts.ts';
import { mayChangePolicy } from './policy.ts';
import { readLayer } from './read-layers.ts';
import { findPolicy, listPolicies, listVersions, type PolicyRecord, scopeOf } from './store/policies.ts';

type Parts = Pick<SqlReviewParts, 'db' | 'clock' | 'metadata'>;

export async function viewPolicies(parts: Parts, actor: Actor) {
  const seen = await seenApplications(parts, actor);
  const records = await listPolicies(parts.db);
  const items = [];
  for (const record of records)
    if (record.scope_kind !== 'application' || seen.has(record.scope_id))
      items.push(await viewPolicy(parts, actor, record));
  return { items, changeBase: abilityOf(mustOperate(actor), fleetProblems) };
}

export async function seenApplications({ db, metadata }: Pick<Parts, 'db' | 'metadata'>, actor: Actor) {
  const sight = sightOf(actor);
  const filter = sight === 'everything' ? {} : { seenBy: sight };
  return new Map((await metadata.listApplications(db, filter)).map(({ id, name }) => [id, name]));
}

const versionOf = ({ version, note, at, by_name: by, text }: PolicyRecord): ReviewPolicyVersion => ({
  ...{ version: Number(version), note, at: Number(at), by, text },
});

/** What stood in a stored policy when it was saved is still so, but for shipped rules that left: then it says nothing of them. */
export async function viewPolicy(parts: Parts, actor: Actor, record: PolicyRecord): Promise<ReviewPolicyView> {
  const { db, clock } = parts;
  const scope = scopeOf(record);
  const layer = await readLayer(record.text, await ownRulesBefore(parts, scope));
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  const name = scope.kind === 'application' ? (await seenApplications(parts, actor)).get(scope.id) : undefined;
  const { minScore, block } = layer.gate;
  return {
    scope,
    ...(name === undefined ? {} : { name }),
    ...versionOf(record),
    // The contract's lists are not read-only; these are made anew from the text.
    rules: structuredClone(layer.rules) as ReviewPolicyView['rules'],
    gate: { ...(minScore === undefined ? {} : { minScore }), ...(block ? { block: [...block] } : {}) },
    ownRules: layer.ownRules.map(({ id }) => id),
    suppressions: layer.suppressions.map((one) => ({ ...one, isExpired: isExpired(one, today) })),
    abilities: { change: abilityOf(await mayChangePolicy(db, actor, scope), fleetProblems) },
  };
}

/** Own rules of everything, which the policies of environments and applications may speak of. */
export async function ownRulesBefore({ db }: Pick<Parts, 'db'>, scope: ReviewPolicyScope): Promise<readonly Rule[]> {
  if (scope.kind === 'base') return [];
  const base = await findPolicy(db, { kind: 'base' });
  return base ? (await readLayer(base.text, [])).ownRules : [];
}

/** Newest first; of an application one does not see, none. */
export async function viewVersions(
  parts: Parts,
  actor: Actor,
  scope: ReviewPolicyScope,
): Promise<readonly ReviewPolicyVersion[]> {
  if (scope.kind === 'application' && !(await seenApplications(parts, actor)).has(scope.id)) return [];
  return (await listVersions(parts.db, scope)).map(versionOf);
}
