import { fleetProblems, type PageQuery, type StandardException, standardProblems } from '@myriad/contract';
import { type Page, readPage } from '../../platform/database/page.ts';
import { type Actor, abilityOf, no } from '../../platform/policy/decision.ts';
import type { StandardParts } from './parts.ts';
import { mayExcept } from './policy.ts';
import { type ExceptionRecord, pageExceptions } from './store/exceptions.ts';

type Parts = Pick<StandardParts, 'db' | 'clock' | 'metadata'>;

/** Newest first. */
export async function listExceptions(
  parts: Parts,
  actor: Actor,
  query: PageQuery & { readonly state: 'open' | 'over' | 'all'; readonly rule?: string | undefined },
): Promise<Page<StandardException>> {
  const now = parts.clock.now();
  const page = await readPage<ExceptionRecord, ExceptionRecord>(
    query,
    (after, limit) => pageExceptions(parts.db, { ...query, now }, after, limit),
    ({ createdAt, id }) => ({ createdAt, id }),
    (record) => record,
  );
  return { ...page, items: await Promise.all(page.items.map((record) => viewException(parts, actor, record))) };
}

export async function viewException(
  { db, clock, metadata }: Parts,
  actor: Actor,
  record: ExceptionRecord,
): Promise<StandardException> {
  const { endedAt, endedBy, scope, ...rest } = record;
  const state = endedAt !== null ? 'ended' : record.until <= clock.now() ? 'over' : 'open';
  const named =
    scope.kind === 'cluster'
      ? metadata.getCluster(db, scope.id)
      : scope.kind === 'instance'
        ? metadata.getInstance(db, scope.id)
        : undefined;
  // What it was for may be gone; the exception stays readable.
  const scopeName = (await named?.catch(() => undefined))?.name ?? scope.id;
  const may = state === 'open' ? mayExcept(actor) : no('EXCEPTION_ENDED');
  return {
    ...{ ...rest, scope, scopeName, state },
    ...(endedAt === null ? {} : { endedAt }),
    ...(endedBy === null ? {} : { endedBy }),
    abilities: { end: abilityOf(may, { ...fleetProblems, ...standardProblems }) },
  };
}
