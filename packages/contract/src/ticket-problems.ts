import { defineProblems } from './problem.ts';

/** Everything the tickets' endpoints can refuse, with the next move. */
export const ticketProblems = defineProblems({
  TICKET_KIND_UNKNOWN: {
    status: 404,
    words: { en: 'There is no kind of ticket called {kind}.', zh: '没有名为 {kind} 的工单类型。' },
    next: { en: 'List the kinds and choose one of them.', zh: '请查看工单类型列表，从中选择一种。' },
  },
  TICKET_KIND_NOT_ALLOWED: {
    status: 403,
    words: { en: 'Your role may not ask for this kind of ticket.', zh: '您的角色不能提交此类工单。' },
    next: { en: 'Ask a DBA to open it for you.', zh: '请联系 DBA 代为提交。' },
  },
  FORM_INVALID: {
    status: 422,
    words: { en: 'The form cannot be accepted as it is.', zh: '表单内容不符合要求。' },
    next: { en: 'Correct every fault listed, then send it again.', zh: '请修正列出的全部问题后重新提交。' },
  },
  TICKET_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no such ticket, or it is not yours to see.', zh: '工单不存在，或您无权查看。' },
    next: { en: 'Check the number, for example R-17.', zh: '请核对工单编号，例如 R-17。' },
  },
  TICKET_NOT_WAITING: {
    status: 409,
    words: { en: 'This ticket does not wait for a decision any more.', zh: '此工单已不在待审批状态。' },
    next: { en: 'Load the ticket again to see what became of it.', zh: '请重新打开工单，查看当前状态。' },
  },
  CANNOT_APPROVE_OWN_TICKET: {
    status: 403,
    words: { en: 'Nobody approves a ticket of their own.', zh: '不能审批自己提交的工单。' },
    next: {
      en: 'Ask another approver. A sole administrator can switch on the setting “approve own tickets”.',
      zh: '请由其他审批人处理。若您是唯一的管理员，可开启“允许审批自己的工单”设置。',
    },
  },
  NOT_AN_APPROVER: {
    status: 403,
    words: { en: 'Your role does not decide about this.', zh: '您的角色无权审批此工单。' },
    next: { en: 'Ask a DBA or an administrator.', zh: '请联系 DBA 或管理员。' },
  },
  PLAN_CHANGED: {
    status: 409,
    words: {
      en: 'The plan is no longer the one you saw: the facts behind it have changed.',
      zh: '执行计划已与您看到的不同：所依据的情况发生了变化。',
    },
    next: { en: 'Look at the new plan, then decide again.', zh: '请查看新的计划后再审批。' },
  },
  CHANGE_FREEZE_IN_FORCE: {
    status: 409,
    words: {
      en: 'A change freeze is in force until {until}: {name} ({reason})',
      zh: '当前处于封网期，至 {until} 结束：{name}（{reason}）',
    },
    next: {
      en: 'Approve it to begin when the freeze is over, or have an administrator let it begin now and say why.',
      zh: '可审批为封网结束后执行，或由管理员填写原因后立即执行。',
    },
  },
  FREEZE_OVERRIDE_NOT_ALLOWED: {
    status: 403,
    words: {
      en: 'Only an administrator lets work begin in a change freeze.',
      zh: '仅管理员可允许在封网期内执行。',
    },
    next: {
      en: 'Approve it to begin when the freeze is over, or ask an administrator.',
      zh: '可审批为封网结束后执行，或联系管理员。',
    },
  },
  NOT_YOUR_TICKET: {
    status: 403,
    words: { en: 'Only the person who opened the ticket can do this.', zh: '只有工单提交人可以执行此操作。' },
    next: { en: 'An approver can reject it instead.', zh: '审批人可以改为驳回工单。' },
  },
  TICKET_INTAKE_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no such stored submission.', zh: '没有这条原始提交记录。' },
    next: { en: 'List the submissions and choose one of them.', zh: '请查看原始提交列表，从中选择。' },
  },
  TICKET_SENDER_GONE: {
    status: 409,
    words: {
      en: 'The person who sent this, {name}, cannot sign in any more.',
      zh: '提交人 {name} 的账号已停用或删除。',
    },
    next: { en: 'Open a new ticket in your own name.', zh: '请以您自己的名义重新提交工单。' },
  },
});
