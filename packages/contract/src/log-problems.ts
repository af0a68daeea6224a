import { defineProblems } from './problem.ts';

/** Everything a search in logs can refuse. */
export const logProblems = defineProblems({
  LOG_RANGE_WRONG: {
    status: 422,
    words: {
      en: 'The range must end after it begins, and begin in the past.',
      zh: '时间范围的结束须晚于开始，且开始时间不能在将来。',
    },
    next: { en: 'Give another begin and end.', zh: '请另选开始与结束时间。' },
  },
  LOG_RANGE_TOO_LONG: {
    status: 422,
    words: { en: 'The range is longer than {days} days.', zh: '时间范围超过 {days} 天。' },
    next: { en: 'Choose a shorter one; search part by part.', zh: '请缩短范围，分段检索。' },
  },
  LOG_TARGET_UNKNOWN: {
    status: 422,
    words: { en: 'There is no {kind} {name} whose logs you may read.', zh: '没有您可检索日志的{kind} {name}。' },
    next: { en: 'Give names or ids as the lists show them.', zh: '请填写列表中显示的名称或编号。' },
  },
  LOG_NO_TARGETS: {
    status: 422,
    words: {
      en: 'No instance fits whose logs you may read.',
      zh: '没有符合条件且您可检索日志的实例。',
    },
    next: {
      en: 'Name fewer conditions, or ask for the role DBA on what you look for.',
      zh: '请减少条件，或申请相应范围的 DBA 角色。',
    },
  },
  LOG_TOO_MANY_TARGETS: {
    status: 422,
    words: {
      en: 'These are {count} logs; one search reads {most} at most.',
      zh: '共 {count} 份日志，一次检索最多 {most} 份。',
    },
    next: { en: 'Name clusters, applications or hosts.', zh: '请指定集群、应用或主机。' },
  },
});
