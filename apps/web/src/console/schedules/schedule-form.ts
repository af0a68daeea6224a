import type { addSchedule, CallInput, ScheduleView } from '@myriad/contract';

type ScheduleBody = NonNullable<CallInput<typeof addSchedule>['body']>;

/** A schedule as its form holds it: the window stays filled in while it is switched off. */
export interface ScheduleValues extends Omit<ScheduleBody, 'window'> {
  readonly hasWindow: boolean;
  readonly window?: { readonly from?: string; readonly to?: string };
}

export const newSchedule = (timeZone: string): Partial<ScheduleValues> => ({
  cron: '0 2 * * *',
  timeZone,
  hasWindow: false,
  window: { from: '01:00', to: '06:00' },
  overlap: 'skip',
  misfire: 'skip',
  jitterSeconds: 0,
});

/** What a fleet that is to be known needs each night: sizes, accounts, parameters and schemas of every cluster that runs. */
export const nightlyDeepLook = (name: string, timeZone: string): ScheduleBody => ({
  ...{ name, timeZone, cron: '0 3 * * *', taskKind: 'sweeps.portrait' },
  ...{ overlap: 'skip', misfire: 'once', jitterSeconds: 1800 },
});

export const toValues = (schedule: ScheduleView): Partial<ScheduleValues> => {
  const { name, cron, timeZone, window, taskKind, taskInput, overlap, misfire, jitterSeconds } = schedule;
  return {
    ...newSchedule(timeZone),
    ...{ name, cron, taskKind, overlap, misfire, jitterSeconds },
    taskInput: taskInput as ScheduleBody['taskInput'], // it came as JSON
    ...(window ? { hasWindow: true, window } : {}),
  };
};

/** When, as far as it is filled in: what can be foreseen. */
export function timesOf({ cron, timeZone, hasWindow, window }: Partial<ScheduleValues>) {
  if (!cron?.trim() || !timeZone) return undefined;
  if (!hasWindow) return { cron, timeZone };
  return window?.from && window.to ? { cron, timeZone, window: { from: window.from, to: window.to } } : undefined;
}

export function toBody({ hasWindow, window, ...values }: ScheduleValues): ScheduleBody {
  const { from = '', to = '' } = window ?? {};
  return { ...values, jitterSeconds: values.jitterSeconds ?? 0, ...(hasWindow ? { window: { from, to } } : {}) };
}
