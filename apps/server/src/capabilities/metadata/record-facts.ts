import { canonicalJson } from '@myriad/runbook';
import type { Tx } from '../../platform/database/schema.ts';
import type { Fact } from './records.ts';
import { insertChanges } from './store/changes.ts';
import { insertFacts, lockEntity, selectFacts, touchFacts, updateFact } from './store/facts.ts';

/**
 * Records what was observed of one entity at one time. The old value goes into the history only where it differs;
 * an observation older than the one we have changes nothing. True: something differs now.
 */
export async function recordFacts(tx: Tx, facts: readonly Fact[]): Promise<boolean> {
  const [first] = facts;
  if (!first) return false;
  if (facts.some((fact) => fact.entity !== first.entity || fact.entityId !== first.entityId))
    throw new Error('facts of several entities in one call');
  await lockEntity(tx, first.entity, first.entityId);
  const names = facts.map(({ name }) => name);
  const known = new Map((await selectFacts(tx, first.entity, first.entityId, names)).map((fact) => [fact.name, fact]));
  const fresh = facts.filter(({ name }) => !known.has(name));
  const newer = facts.filter(({ name, observedAt }) => (known.get(name)?.observedAt ?? Infinity) <= observedAt);
  const isSame = (fact: Fact) => canonicalJson(fact.value) === canonicalJson(known.get(fact.name)?.value);
  const different = newer.filter((fact) => !isSame(fact));
  await insertFacts(tx, fresh);
  await touchFacts(tx, newer.filter(isSame));
  for (const fact of different) await updateFact(tx, fact);
  await insertChanges(tx, {
    entity: first.entity,
    entityId: first.entityId,
    about: 'fact',
    fields: [...fresh, ...different].map((fact) => ({
      field: fact.name,
      before: known.get(fact.name)?.value ?? null,
      after: fact.value,
    })),
    at: first.observedAt,
    source: first.source,
  });
  return fresh.length + different.length > 0;
}
