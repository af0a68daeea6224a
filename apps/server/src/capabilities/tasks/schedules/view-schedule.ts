import { type Ability, fleetProblems, type ScheduleRun, type ScheduleView, scheduleProblems } from '@myriad/contract';
import { type Page, readPage } from '../../../platform/database/page.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, abilityOf, type Decision } from '../../../platform/policy/decision.ts';
import { listFreezes } from '../store/freezes.ts';
import { listLastRuns, listScheduleRuns, pageScheduleRows, type ScheduleRunRow } from '../store/list-schedules.ts';
import { findSchedule, type ScheduleRow, scheduleOf } from '../store/schedules.ts';
import { foreseeFires } from './foresee-fires.ts';
import { mayManageSchedules, mayPause, mayResume } from './policy.ts';
import type { ChangeFreeze } from './schedule.ts';
import type { ScheduleParts } from './schedule-parts.ts';
import { viewRun } from './view-run.ts';

const nextTimesShown = 5;

type ReadParts = Pick<ScheduleParts, 'db' | 'clock'>;

/** Newest first. */
export async function listSchedules(
  { db, clock }: ReadParts,
  actor: Actor,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<ScheduleView> & { abilities: { add: Ability } }> {
  const page = await readPage<ScheduleRow, ScheduleRow>(
    query,
    (after, limit) => pageScheduleRows(db, after, limit),
    (row) => ({ createdAt: row.created_at, id: row.id }),
    (row) => row,
  );
  const now = clock.now();
  const runs = await listLastRuns(
    db,
    page.items.map(({ id }) => id),
  );
  const freezes = await listFreezes(db, { fromAt: now });
  return {
    ...page,
    items: page.items.map((row) => viewOf(actor, row, { now, freezes, lastRun: runs.get(row.id) })),
    abilities: { add: ability(mayManageSchedules(actor)) },
  };
}

/** @throws ProblemError SCHEDULE_NOT_FOUND */
export async function viewSchedule({ db, clock }: ReadParts, actor: Actor, id: string): Promise<ScheduleView> {
  const row = await findSchedule(db, id);
  if (!row) throw new ProblemError('SCHEDULE_NOT_FOUND', { id });
  const now = clock.now();
  const freezes = await listFreezes(db, { fromAt: now });
  return viewOf(actor, row, { now, freezes, lastRun: (await listLastRuns(db, [id])).get(id) });
}

/** Newest first. @throws ProblemError SCHEDULE_NOT_FOUND */
export async function viewScheduleRuns({ db }: ReadParts, id: string, limit: number): Promise<ScheduleRun[]> {
  if (!(await findSchedule(db, id))) throw new ProblemError('SCHEDULE_NOT_FOUND', { id });
  return (await listScheduleRuns(db, id, limit)).map(viewRun);
}

const ability = (decision: Decision) => abilityOf(decision, { ...fleetProblems, ...scheduleProblems });

function viewOf(
  actor: Actor,
  row: ScheduleRow,
  seen: {
    readonly now: number;
    readonly freezes: readonly ChangeFreeze[];
    readonly lastRun: ScheduleRunRow | undefined;
  },
): ScheduleView {
  const { nextAt: _, ...schedule } = scheduleOf(row, seen.now);
  const paused = row.paused === 1;
  return {
    ...schedule,
    taskInput: schedule.taskInput as ScheduleView['taskInput'], // checked by its kind's schema when it was added
    approvedBy: { id: row.approved_by, name: row.approved_by_name ?? row.approved_by },
    createdAt: row.created_at,
    paused,
    next: paused ? [] : foreseeFires(schedule, seen.freezes, { after: seen.now, most: nextTimesShown }).fires,
    ...(seen.lastRun ? { lastRun: viewRun(seen.lastRun) } : {}),
    abilities: {
      change: ability(mayManageSchedules(actor)),
      pause: ability(mayPause(actor, { paused })),
      resume: ability(mayResume(actor, { paused })),
      remove: ability(mayManageSchedules(actor)),
    },
  };
}
