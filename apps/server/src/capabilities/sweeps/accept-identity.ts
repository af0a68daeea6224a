import { ProblemError } from '../../platform/http/problem-error.ts';
import type { FindingKind } from '../findings/index.ts';
import type { Metadata } from '../metadata/index.ts';
import { type identityFacts, parseSource } from './known-identity.ts';

const isSensible: Readonly<Record<(typeof identityFacts)[number], (found: string) => boolean>> = {
  serverUuid: (found) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(found),
  // Of several sources none is the one it should follow.
  source: (found) => !found.includes(', ') && parseSource(found) !== undefined,
};

/** The server that answers, or the one it follows, is from now on the one it should be. */
export const acceptIdentity =
  (metadata: Metadata, name: (typeof identityFacts)[number]): NonNullable<FindingKind['accept']> =>
  async (tx, { entityId, evidence, lastSeenAt }, actor) => {
    await metadata.lockInstance(tx, entityId);
    const known = (await metadata.listFacts(tx, 'instance', entityId)).find((fact) => fact.name === name);
    const { recorded, found } = evidence;
    if (!known || known.value !== recorded || typeof found !== 'string' || !isSensible[name](found))
      throw new ProblemError('FINDING_CHANGED');
    const observedAt = Math.max(lastSeenAt, known.observedAt);
    const source = { kind: 'person', id: actor.id } as const;
    await metadata.recordFact(tx, { entity: 'instance', entityId, name, value: found, observedAt, source });
  };
