import type { Words } from './endpoint.ts';
import { defineProblems } from './problem.ts';

/** Everything the endpoints of schedules and change freezes can refuse; also the reasons of their abilities. */
export const scheduleProblems = defineProblems({
  SCHEDULE_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no schedule {id}.', zh: '没有定时计划 {id}。' },
    next: { en: 'List the schedules and pick one.', zh: '请在定时计划列表中选择。' },
  },
  SCHEDULE_CRON: {
    status: 422,
    words: { en: '“{cron}” is not a cron text: {reason}.', zh: '“{cron}”不是有效的 cron 表达式：{reason}。' },
    next: {
      en: 'Write five fields, minute hour day month weekday (0 2 * * * is 02:00 every day), or six with seconds first; preview it before you add it.',
      zh: '请写五个字段：分 时 日 月 周（0 2 * * * 表示每天 02:00），或在最前加秒写成六个字段；添加前可先预览。',
    },
  },
  SCHEDULE_TIME_ZONE: {
    status: 422,
    words: { en: 'There is no time zone called “{timeZone}”.', zh: '没有名为“{timeZone}”的时区。' },
    next: {
      en: 'Use an IANA name such as Asia/Shanghai or UTC; an offset or abbreviation does not say when clocks change.',
      zh: '请使用 IANA 名称，例如 Asia/Shanghai 或 UTC；偏移量与缩写无法说明夏令时。',
    },
  },
  SCHEDULE_NEVER_FIRES: {
    status: 422,
    words: {
      en: '“{cron}” has no time left to come in {timeZone}.',
      zh: '“{cron}”在时区 {timeZone} 中没有任何将来的触发时间。',
    },
    next: { en: 'Preview it, and choose days that exist and lie ahead.', zh: '请先预览，并选择存在且尚未过去的日期。' },
  },
  SCHEDULE_WINDOW_EMPTY: {
    status: 422,
    words: {
      en: 'The window begins and ends at {time}: nothing lies in it.',
      zh: '时间窗口的开始与结束都是 {time}，其中不含任何时间。',
    },
    next: {
      en: 'Choose two different times of day (22:00–05:00 goes over midnight), or leave the window out.',
      zh: '请选择两个不同的时刻（22:00–05:00 表示跨越午夜），或不设窗口。',
    },
  },
  SCHEDULE_KIND_NOT_ALLOWED: {
    status: 422,
    words: { en: 'Tasks of the kind {kind} may not be scheduled.', zh: '{kind} 类型的任务不允许定时执行。' },
    next: {
      en: 'A schedule is a standing approval, so only these kinds may have one: {kinds}. For anything else open a ticket.',
      zh: '定时计划等同于长期审批，因此只允许以下类型：{kinds}。其他操作请提交工单。',
    },
  },
  SCHEDULE_INPUT: {
    status: 422,
    words: {
      en: 'The input is not what a task of the kind {kind} takes.',
      zh: '输入不符合 {kind} 类型任务的要求。',
    },
    next: {
      en: 'Correct each place listed under faults; the kinds that may be scheduled say what they take.',
      zh: '请按 faults 中列出的各处更正；可在可定时任务类型列表中查看其输入格式。',
    },
  },
  SCHEDULE_PAUSED: {
    status: 409,
    words: { en: 'The schedule is paused already.', zh: '该定时计划已处于暂停状态。' },
    next: { en: 'Resume it to let it run again.', zh: '如需继续执行，请恢复该计划。' },
  },
  SCHEDULE_NOT_PAUSED: {
    status: 409,
    words: { en: 'The schedule is not paused.', zh: '该定时计划未暂停。' },
    next: { en: 'Nothing to resume; pause it to hold it back.', zh: '无需恢复；如需停止触发，请先暂停。' },
  },
  FREEZE_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no change freeze {id}.', zh: '没有封网记录 {id}。' },
    next: { en: 'List the change freezes and pick one.', zh: '请在封网列表中选择。' },
  },
  FREEZE_TIMES: {
    status: 422,
    words: { en: 'The change freeze ends before it begins.', zh: '封网的结束时间不晚于开始时间。' },
    next: { en: 'Choose an end later than the beginning.', zh: '请选择晚于开始时间的结束时间。' },
  },
  FREEZE_OVER: {
    status: 422,
    words: { en: 'The end of the change freeze lies in the past.', zh: '封网的结束时间早于当前时间。' },
    next: { en: 'Choose a later end.', zh: '请选择更晚的结束时间。' },
  },
  CALENDAR_SPAN: {
    status: 422,
    words: {
      en: 'A calendar ends after it begins, at most {days} days later.',
      zh: '日历的结束时间必须晚于开始时间，且跨度不超过 {days} 天。',
    },
    next: { en: 'Ask for a week or a month.', zh: '请按周或按月查询。' },
  },
});

/** Why a time of a schedule made no task, for front ends; any other reason is the code of a problem met while planning. */
export const leftOutWords = {
  MISSED: { en: 'nobody looked in time', zh: '错过时间（服务未运行）' },
  STILL_RUNNING: { en: 'its last task still ran', zh: '上一次任务仍在运行' },
  OUTSIDE_WINDOW: { en: 'outside its window', zh: '不在时间窗口内' },
  CHANGE_FREEZE: { en: 'in a change freeze', zh: '处于封网期' },
} as const satisfies Readonly<Record<string, Words>>;
