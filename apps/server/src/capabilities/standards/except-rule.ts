import type { ExceptionScope } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { StandardParts } from './parts.ts';
import { mayExcept } from './policy.ts';
import {
  type ExceptionRecord,
  endExceptionRow,
  insertException,
  listInForce,
  lockException,
} from './store/exceptions.ts';
import { findVersion, listStandardRecords } from './store/standards.ts';

const longestMilliseconds = 366 * 24 * 3_600_000;
type Parts = Pick<StandardParts, 'db' | 'clock' | 'metadata'>;

export interface NewException {
  readonly rule: string;
  readonly scope: ExceptionScope;
  readonly owner: string;
  readonly reason: string;
  readonly until: number;
}

/**
 * A rule need not hold somewhere, for a while.
 * @throws ProblemError STANDARD_RULE_UNKNOWN, EXCEPTION_EXISTS, EXCEPTION_END, CLUSTER_NOT_FOUND, INSTANCE_NOT_FOUND, NOT_AN_OPERATOR
 */
export async function exceptRule(
  { db, clock, metadata }: Parts,
  actor: Actor,
  { rule, scope, owner, reason, until }: NewException,
  audit: (tx: Tx, id: string) => Promise<void>,
): Promise<ExceptionRecord> {
  requireAllowed(mayExcept(actor));
  const now = clock.now();
  if (until <= now || until > now + longestMilliseconds) throw new ProblemError('EXCEPTION_END');
  return inTransaction(db, async (tx) => {
    if (scope.kind === 'cluster') await metadata.getCluster(tx, scope.id);
    if (scope.kind === 'instance') await metadata.getInstance(tx, scope.id);
    if (!(await isRule(tx, rule))) throw new ProblemError('STANDARD_RULE_UNKNOWN', { rule });
    const same = (await listInForce(tx, now, rule)).find(
      (each) => each.scope.kind === scope.kind && each.scope.id === scope.id,
    );
    if (same) throw new ProblemError('EXCEPTION_EXISTS', { until: new Date(same.until).toISOString().slice(0, 16) });
    const made = await insertException(tx, { rule, scope, owner, reason, by: actor.name, createdAt: now, until });
    await audit(tx, made.id);
    return made;
  });
}

/** In the newest version of any standard. */
async function isRule(tx: Tx, rule: string): Promise<boolean> {
  for (const { id } of await listStandardRecords(tx))
    if ((await findVersion(tx, id))?.list.some(({ code }) => code === rule)) return true;
  return false;
}

/** @throws ProblemError EXCEPTION_NOT_FOUND, EXCEPTION_ENDED, NOT_AN_OPERATOR */
export async function endException(
  { db, clock }: Parts,
  actor: Actor,
  id: string,
  audit: (tx: Tx, id: string) => Promise<void>,
): Promise<ExceptionRecord> {
  requireAllowed(mayExcept(actor));
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const found = await lockException(tx, id);
    if (!found) throw new ProblemError('EXCEPTION_NOT_FOUND', { id });
    if (found.endedAt !== null || found.until <= now) throw new ProblemError('EXCEPTION_ENDED');
    await endExceptionRow(tx, id, now, actor.name);
    await audit(tx, id);
    return { ...found, endedAt: now, endedBy: actor.name };
  });
}
