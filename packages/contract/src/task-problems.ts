import { defineProblems } from './problem.ts';

/** Everything the tasks' endpoints can refuse, with the next move; also the reasons of a task's abilities. */
export const taskProblems = defineProblems({
  TASK_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no such task, or it is not yours to see.', zh: '任务不存在，或您无权查看。' },
    next: { en: 'Check the id, or open the task from its ticket.', zh: '请核对任务编号，或从其工单进入。' },
  },
  TASK_KIND_UNKNOWN: {
    status: 404,
    words: { en: 'There is no kind of task called {kind}.', zh: '没有名为 {kind} 的任务类型。' },
    next: { en: 'Use a kind this version knows.', zh: '请使用当前版本支持的任务类型。' },
  },
  TASK_NOT_YOURS: {
    status: 403,
    words: { en: 'Only a DBA or an administrator decides about tasks.', zh: '只有 DBA 或管理员可以对任务作决定。' },
    next: { en: 'Ask a DBA.', zh: '请联系 DBA。' },
  },
  TASK_STATE: {
    status: 409,
    words: { en: 'The task is not in a state for this.', zh: '任务当前状态不允许此操作。' },
    next: { en: 'Load the task again to see how it stands.', zh: '请重新打开任务，查看当前状态。' },
  },
  TASK_ENDED: {
    status: 409,
    words: {
      en: 'The task has ended; nothing can be decided about it any more.',
      zh: '任务已结束，不能再作任何决定。',
    },
    next: { en: 'Open a new ticket if more is needed.', zh: '如有需要，请提交新的工单。' },
  },
  TASK_NOT_PAUSED: {
    status: 409,
    words: { en: 'The task is not paused.', zh: '任务没有处于暂停状态。' },
    next: { en: 'Cancel it first, or wait until it ends or pauses.', zh: '请先取消，或等待其结束或暂停。' },
  },
  TASK_NOT_RUNNING: {
    status: 409,
    words: {
      en: 'The task is paused already: nothing runs that could be cancelled.',
      zh: '任务已暂停，没有可取消的运行中步骤。',
    },
    next: { en: 'Retry, undo or abort it.', zh: '请选择重试、撤销或放弃。' },
  },
  TASK_NOTHING_FAILED: {
    status: 409,
    words: { en: 'No step of this task has failed.', zh: '此任务没有失败的步骤。' },
    next: { en: 'There is nothing to retry or skip.', zh: '没有需要重试或跳过的步骤。' },
  },
  STEP_NOT_FAILED: {
    status: 409,
    words: { en: 'This step has not failed.', zh: '此步骤没有失败。' },
    next: { en: 'Name a failed step, or none for all of them.', zh: '请指定失败的步骤，或不指定以处理全部失败步骤。' },
  },
  STEP_NOT_SKIPPABLE: {
    status: 409,
    words: { en: 'What comes after needs this step: it cannot be skipped.', zh: '后续步骤依赖此步骤，不能跳过。' },
    next: { en: 'Retry it, undo the task, or abort it.', zh: '请重试该步骤，或撤销、放弃该任务。' },
  },
  TASK_NOTHING_TO_UNDO: {
    status: 409,
    words: { en: 'Nothing this task did is left to undo.', zh: '此任务没有需要撤销的改变。' },
    next: { en: 'Retry or abort it.', zh: '请选择重试或放弃。' },
  },
  TASK_ALREADY_UNDOING: {
    status: 409,
    words: { en: 'The task is being undone already.', zh: '任务正在撤销。' },
    next: { en: 'Watch it, or cancel to stop the undo.', zh: '请等待，或取消以停止撤销。' },
  },
});
