import { type Ability, type FreezeView, fleetProblems } from '@myriad/contract';
import { type Page, readPage } from '../../../platform/database/page.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, abilityOf } from '../../../platform/policy/decision.ts';
import { type FreezeRow, findFreezeRow, freezeOf, pageFreezeRows } from '../store/freezes.ts';
import { mayManageSchedules } from './policy.ts';
import type { FreezeScope } from './schedule.ts';
import type { ScheduleParts } from './schedule-parts.ts';

type ReadParts = Pick<ScheduleParts, 'db' | 'clock'>;

/** Newest first; those that have ended only where `past` is asked for. */
export async function listFreezes(
  { db, clock }: ReadParts,
  actor: Actor,
  query: { readonly limit: number; readonly cursor?: string | undefined; readonly past: boolean },
): Promise<Page<FreezeView> & { abilities: { add: Ability } }> {
  const now = clock.now();
  const page = await readPage<FreezeRow, FreezeView>(
    query,
    (after, limit) => pageFreezeRows(db, { endingAfter: query.past ? undefined : now }, after, limit),
    (row) => ({ createdAt: row.created_at ?? 0, id: row.id }),
    (row) => freezeView(actor, row, now),
  );
  return { ...page, abilities: { add: abilityOf(mayManageSchedules(actor), fleetProblems) } };
}

/** @throws ProblemError FREEZE_NOT_FOUND */
export async function viewFreeze({ db, clock }: ReadParts, actor: Actor, id: string): Promise<FreezeView> {
  const row = await findFreezeRow(db, id);
  if (!row) throw new ProblemError('FREEZE_NOT_FOUND', { id });
  return freezeView(actor, row, clock.now());
}

export function freezeView(actor: Actor, row: FreezeRow, now: number): FreezeView {
  const freeze = freezeOf(row);
  return {
    ...freeze,
    scope: copyOf(freeze.scope),
    createdBy: { id: row.created_by, name: row.created_by_name ?? row.created_by },
    createdAt: row.created_at ?? 0,
    inForce: freeze.fromAt <= now && now < freeze.untilAt,
    abilities: { remove: abilityOf(mayManageSchedules(actor), fleetProblems) },
  };
}

function copyOf(scope: FreezeScope): FreezeView['scope'] {
  switch (scope.kind) {
    case 'everything':
      return scope;
    case 'task-kinds':
      return { kind: scope.kind, taskKinds: [...scope.taskKinds] };
    case 'schedules':
      return { kind: scope.kind, scheduleIds: [...scope.scheduleIds] };
  }
}
