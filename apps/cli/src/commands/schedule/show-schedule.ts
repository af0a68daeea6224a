import { leftOutWords, type ScheduleFire, type ScheduleRun, type ScheduleView } from '@myriad/contract';
import type { Shown } from '../../command.ts';
import type { Language } from '../../language.ts';
import { detailsOf, tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { stateWord } from '../state-words.ts';

export const scheduleColumns = {
  next: { en: 'NEXT', zh: '下次触发' },
  last: { en: 'LAST', zh: '最近一次' },
  fireAt: { en: 'TIME', zh: '触发时间' },
  task: { en: 'TASK', zh: '任务' },
  noTask: { en: 'NO TASK BECAUSE', zh: '未执行原因' },
  cron: { en: 'CRON', zh: 'cron 表达式' },
  timeZone: { en: 'TIME ZONE', zh: '时区' },
} as const;

export const shownSchedule = (schedule: ScheduleView): Shown => ({
  value: schedule,
  text: (language) => scheduleText(schedule, language),
});

/** Why a run made no task, in words where it has some. */
export const whyNot = (run: Pick<ScheduleRun, 'because' | 'words'>, language: Language): string | undefined =>
  run.words?.[language] ?? run.because;

/** Times to come, in this computer's local time. */
export const firesText = (fires: readonly ScheduleFire[], language: Language): string =>
  tableOf(
    [
      { title: scheduleColumns.fireAt, of: ({ at }) => timeOf(at) },
      { title: scheduleColumns.noTask, of: ({ because }) => because && leftOutWords[because][language] },
    ],
    fires,
    language,
  );

export const stateOfSchedule = ({ paused }: Pick<ScheduleView, 'paused'>, language: Language): string =>
  paused ? stateWord('paused', language) : { en: 'active', zh: '启用' }[language];

function scheduleText(schedule: ScheduleView, language: Language): string {
  const { window, lastRun } = schedule;
  const last = lastRun && `${timeOf(lastRun.fireAt)} ${lastRun.taskId ?? whyNot(lastRun, language) ?? ''}`;
  const head = detailsOf(
    [
      [columns.name, schedule.name],
      [columns.id, schedule.id],
      [columns.state, stateOfSchedule(schedule, language)],
      [scheduleColumns.cron, schedule.cron],
      [scheduleColumns.timeZone, schedule.timeZone],
      [{ en: 'WINDOW', zh: '时间窗口' }, window && `${window.from}–${window.to}`],
      [columns.kind, schedule.taskKind],
      [{ en: 'INPUT', zh: '任务输入' }, JSON.stringify(schedule.taskInput)],
      [{ en: 'OVERLAP', zh: '重叠策略' }, schedule.overlap],
      [{ en: 'MISFIRE', zh: '错过策略' }, schedule.misfire],
      [{ en: 'JITTER (s)', zh: '随机延迟（秒）' }, schedule.jitterSeconds],
      [{ en: 'APPROVED BY', zh: '批准人' }, schedule.approvedBy.name],
      [columns.createdAt, timeOf(schedule.createdAt)],
      [scheduleColumns.last, last],
    ],
    language,
  );
  return schedule.next.length === 0 ? head : `${head}\n${firesText(schedule.next, language)}`;
}
