import { type StepError, StepFailure } from './step.ts';
import type { Words } from './words.ts';

const error = (code: string, en: string, zh: string, retryable: boolean): StepError => ({
  code,
  words: { en, zh },
  retryable,
});

/** What the runner itself has to say. Codes are never renamed. */
export const runErrors = {
  timeLimit: (seconds: number) =>
    error(
      'TIME_LIMIT',
      `It did not end within ${seconds} s and was ended.`,
      `超过 ${seconds} 秒仍未结束，已被终止。`,
      true,
    ),
  didNotEnd: (seconds: number) =>
    error(
      'STEP_DID_NOT_END',
      `It was told to end and still runs after ${seconds} s. It is not started again while it runs.`,
      `已要求其终止，但 ${seconds} 秒后仍在运行；在其结束之前不会再次启动。`,
      false,
    ),
  notEffective: error(
    'STEP_NOT_EFFECTIVE',
    'It ran without an error, but looking again shows that its effect is not there.',
    '执行没有报错，但复查发现效果并未生效。',
    true,
  ),
  gone: error(
    'JOB_GONE',
    'No trace of the detached work was found: the host restarted, or its process was killed.',
    '找不到后台作业的任何踪迹：主机可能重启过，或其进程被杀。',
    true,
  ),
  stepUnknown: (name: string) =>
    error('STEP_UNKNOWN', `This version does not know the step ${name}.`, `当前版本不认识步骤 ${name}。`, false),
  inputInvalid: (detail: string) =>
    error('STEP_INPUT_INVALID', `The step's input is not valid: ${detail}`, `步骤的输入不合法：${detail}`, false),
  resultTooLarge: (bytes: number) =>
    error(
      'RESULT_TOO_LARGE',
      `The step's result has ${bytes} bytes; at most 65536 are journaled.`,
      `步骤结果有 ${bytes} 字节，最多只能记录 65536 字节。`,
      false,
    ),
  stopFailed: (detail: string) =>
    error('STOP_FAILED', `The detached work could not be ended: ${detail}`, `后台作业未能终止：${detail}`, true),
  noUndo: error(
    'NO_UNDO',
    'It may have changed something and has no undo.',
    '它可能已经造成改变，且没有撤销方法。',
    false,
  ),
  planChanged: {
    ...error(
      'PLAN_CHANGED',
      'What the plan was made from has changed since it was approved: it would run other steps now. Nothing was run.',
      '审批之后，计划所依据的情况发生了变化，现在会执行不同的步骤。没有执行任何步骤。',
      false,
    ),
    next: { en: 'Submit it again and have the new plan approved.', zh: '请重新提交，并审批新的计划。' },
  },
  planRefused: (code: string, detail: Words): StepError => ({
    ...error(
      'PLAN_CHANGED',
      `It can no longer be planned (${code}): ${detail.en} Nothing was run.`,
      `该请求已无法生成计划（${code}）：${detail.zh} 没有执行任何步骤。`,
      false,
    ),
    next: { en: 'Submit it again and have the new plan approved.', zh: '请重新提交，并审批新的计划。' },
  }),
  planCheckFailed: (detail: string): StepError => ({
    ...error(
      'PLAN_CHECK_FAILED',
      `The plan could not be compared with the approved one: ${detail}. Nothing was run.`,
      `无法将计划与已审批的计划比对：${detail}。没有执行任何步骤。`,
      true,
    ),
    next: { en: 'Remove the cause, then retry.', zh: '排除原因后重试。' },
  }),
  taskKindUnknown: (kind: string) =>
    error(
      'TASK_KIND_UNKNOWN',
      `This version does not know the task kind ${kind}.`,
      `当前版本不认识任务类型 ${kind}。`,
      false,
    ),
  cancelled: {
    ...error('TASK_CANCELLED', 'It was cancelled.', '任务已被取消。', true),
    next: {
      en: 'Undo what was done, retry to go on, or abort to leave things as they are.',
      zh: '可以撤销已完成的部分、重试以继续，或放弃并保持现状。',
    },
  },
  aborted: (left: readonly string[]): StepError =>
    error(
      'TASK_ABORTED',
      left.length === 0
        ? 'It was aborted; nothing it changed is left.'
        : `It was aborted. Left as they are: ${left.join(', ')}.`,
      left.length === 0 ? '任务已放弃，没有遗留改变。' : `任务已放弃。保持现状的步骤：${left.join('、')}。`,
      false,
    ),
  undoStopped: (left: readonly string[]): StepError => ({
    ...error(
      'UNDO_STOPPED',
      `Undo stopped: what these steps changed is still there: ${left.join(', ')}.`,
      `撤销已停止：以下步骤造成的改变仍然存在：${left.join('、')}。`,
      false,
    ),
    next: {
      en: 'Retry to go forward again, undo once more after removing the cause, or abort.',
      zh: '可以重试以继续向前，排除原因后再次撤销，或放弃。',
    },
  }),
} as const;

/** Anything thrown, as a step error. The message of an unexpected error is kept: it is what the person needs to see. */
export function toStepError(thrown: unknown): StepError {
  if (thrown instanceof StepFailure) return thrown.error;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const code = codeOf(thrown);
  return {
    code: 'STEP_CRASHED',
    words: {
      en: `Unexpected error${code ? ` ${code}` : ''}: ${message}`,
      zh: `意外错误${code ? ` ${code}` : ''}：${message}`,
    },
    retryable: true,
  };
}

export function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
