import type { Words } from './language.ts';

export interface ExitCode {
  readonly code: number;
  readonly words: Words;
}

/** How every command ends; scripts rely on these, so they are never given another meaning. */
export const exitCodes = {
  ok: { code: 0, words: { en: 'Done.', zh: '成功。' } },
  failed: {
    code: 1,
    words: {
      en: 'It was tried and failed, what was watched did not end well, or a review did not pass.',
      zh: '执行失败、所关注的任务未成功结束，或 SQL 审核未通过。',
    },
  },
  usage: {
    code: 2,
    words: {
      en: 'Wrong command line or input; nothing was done.',
      zh: '命令行参数或输入有误，未执行任何操作。',
    },
  },
  notAllowed: {
    code: 3,
    words: { en: 'Not signed in, or not allowed.', zh: '尚未登录，或没有权限。' },
  },
  notFound: { code: 4, words: { en: 'There is no such thing.', zh: '对象不存在。' } },
  conflict: {
    code: 5,
    words: {
      en: 'Its state does not allow this now: it changed, is taken, or waits for a person.',
      zh: '对象当前状态不允许此操作：已变化、被占用，或正等待人工处理。',
    },
  },
  unreachable: {
    code: 6,
    words: { en: 'The server could not be reached.', zh: '无法连接服务器。' },
  },
  interrupted: { code: 130, words: { en: 'Interrupted (Ctrl-C).', zh: '被中断（Ctrl-C）。' } },
} as const satisfies Record<string, ExitCode>;

export type ExitName = keyof typeof exitCodes;

/** The exit an HTTP status of the platform's answer stands for. */
export function exitOfStatus(status: number): ExitName {
  if (status === 401 || status === 403) return 'notAllowed';
  if (status === 404) return 'notFound';
  if (status === 409 || status === 412 || status === 423) return 'conflict';
  return status === 400 || status === 413 || status === 422 ? 'usage' : 'failed';
}
