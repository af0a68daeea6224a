import type { Words } from '@myriad/contract';

/** What can happen to a ticket, as its history tells it. Names are stored and never renamed. */
export const historyWords = {
  opened: { en: 'The ticket was opened.', zh: '工单已提交。' },
  approved: { en: 'Approved: the plan shown will run.', zh: '审批通过，将按所示计划执行。' },
  'approved-own': {
    en: 'Approved by the person who opened it: sole administrator, allowed by an explicit setting.',
    zh: '由提交人本人审批通过：唯一管理员，且已明确开启相应设置。',
  },
  'approved-waits': {
    en: 'It begins when the change freeze is over.',
    zh: '将在封网结束后开始执行。',
  },
  'approved-in-freeze': {
    en: 'An administrator lets it begin although a change freeze is in force; the reason stands with the approval.',
    zh: '管理员允许在封网期内立即执行，原因见审批记录。',
  },
  'freeze-over': { en: 'The change freeze is over: execution may begin.', zh: '封网已结束，可以开始执行。' },
  rejected: { en: 'Rejected.', zh: '已驳回。' },
  withdrawn: { en: 'Withdrawn by the person who opened it.', zh: '提交人已撤回。' },
  'plan-changed': {
    en: 'The facts behind the plan changed: there is a new plan, and it waits for a decision.',
    zh: '计划所依据的情况已变化，已生成新计划，等待重新审批。',
  },
  replanned: { en: 'Planned anew from the form.', zh: '已根据表单重新生成计划。' },
  started: { en: 'Execution began.', zh: '开始执行。' },
  'part-done': { en: 'A task ended well.', zh: '一个任务已成功完成。' },
  'part-failed': { en: 'A task failed.', zh: '一个任务执行失败。' },
  'part-cancelled': { en: 'A task was cancelled or undone.', zh: '一个任务已取消或已回退。' },
  closed: { en: 'The ticket is closed.', zh: '工单已关闭。' },
} as const satisfies Record<string, Words>;

export type HistoryEvent = keyof typeof historyWords;
