import { leftOutWords, type ScheduleRun } from '@myriad/contract';
import type { ScheduleRunRow } from '../store/list-schedules.ts';

const isLeftOut = (because: string): because is keyof typeof leftOutWords => Object.hasOwn(leftOutWords, because);

/** What became of a time that came. */
export const viewRun = ({ fire_at, looked_at, task_id, because }: ScheduleRunRow): ScheduleRun => ({
  fireAt: fire_at,
  lookedAt: looked_at,
  ...(task_id === null ? {} : { taskId: task_id }),
  ...(because === null ? {} : { because }),
  ...(because !== null && isLeftOut(because) ? { words: leftOutWords[because] } : {}),
});
