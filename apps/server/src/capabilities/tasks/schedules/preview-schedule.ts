import type { ScheduleFire, ScheduleTimes } from '@myriad/contract';
import { listFreezes } from '../store/freezes.ts';
import { requireTimes } from './check-times.ts';
import { foreseeFires } from './foresee-fires.ts';
import type { ScheduleParts } from './schedule-parts.ts';

/** The next times of a schedule that does not exist yet. Writes nothing. @throws ProblemError as `requireTimes` does */
export async function previewSchedule(
  { db, clock }: Pick<ScheduleParts, 'db' | 'clock'>,
  { count, ...times }: ScheduleTimes & { readonly count: number; readonly taskKind?: string | undefined },
): Promise<ScheduleFire[]> {
  const now = clock.now();
  requireTimes(times, now);
  const { cron, timeZone, window, taskKind } = times;
  const freezes = await listFreezes(db, { fromAt: now });
  const foreseen = { cron, timeZone, window, ...(taskKind === undefined ? {} : { taskKind }) };
  return foreseeFires(foreseen, freezes, { after: now, most: count }).fires;
}
