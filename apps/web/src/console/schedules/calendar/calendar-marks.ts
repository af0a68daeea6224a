import type { CalendarRun, CalendarSchedule, ScheduleFire } from '@myriad/contract';
import { type Mark, stateMarks } from '../../../shared/state/state-marks.ts';

/** A time of a schedule on the calendar: one to come, or what became of it. */
export type Occurrence =
  | { readonly at: number; readonly kind: 'to-come' | 'struck-out'; readonly fire: ScheduleFire }
  | { readonly at: number; readonly kind: 'made' | 'left-out' | 'refused'; readonly run: CalendarRun };

export const occurrenceMarks = {
  'to-come': { shape: 'ring', tone: 'live' },
  'struck-out': { shape: 'slash', tone: 'warn' },
  made: { shape: 'dot', tone: 'calm' },
  'left-out': { shape: 'hook', tone: 'calm' },
  refused: { shape: 'cross', tone: 'bad' },
} as const satisfies Record<Occurrence['kind'], Mark>;

/** How it is drawn: a task that was made, by how it stands. */
export const markOf = (occurrence: Occurrence): Mark =>
  occurrence.kind === 'made' && occurrence.run.taskState
    ? stateMarks.task[occurrence.run.taskState]
    : occurrenceMarks[occurrence.kind];

/** Oldest first. */
export const occurrencesOf = ({ runs, fires }: Pick<CalendarSchedule, 'runs' | 'fires'>): Occurrence[] => [
  ...runs.map(
    (run): Occurrence => ({ at: run.fireAt, run, kind: run.taskId ? 'made' : run.words ? 'left-out' : 'refused' }),
  ),
  ...fires.map((fire): Occurrence => ({ at: fire.at, fire, kind: fire.because ? 'struck-out' : 'to-come' })),
];
