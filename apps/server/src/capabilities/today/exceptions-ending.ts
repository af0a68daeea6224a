import type { Clock } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/schema.ts';
import { sightOf } from '../metadata/index.ts';
import { listInForce } from '../standards/index.ts';
import type { ReadExpiring } from './parts.ts';

/** Exceptions to a standard that end before then; for those who see everything. */
export const exceptionsEnding =
  ({ db, clock }: { readonly db: Db; readonly clock: Clock }): ReadExpiring =>
  async (actor, before) => {
    if (sightOf(actor) !== 'everything') return [];
    const open = await listInForce(db, clock.now());
    return open
      .filter(({ until }) => until <= before)
      .map(({ id, rule, reason, owner, createdAt, until }) => ({
        ...{ kind: 'exception' as const, id, name: { en: rule, zh: rule }, reason, by: owner },
        ...{ from: createdAt, until, inForce: true },
      }));
  };
