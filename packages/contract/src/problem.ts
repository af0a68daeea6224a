import { z } from 'zod';
import { Words } from './endpoint.ts';

/** RFC 9457 problem details, with a stable code, both languages, and a next move. */
export const Problem = z
  .object({
    type: z.string(),
    code: z.string(),
    status: z.number().int(),
    title: z.string(),
    words: Words,
    next: Words.optional(),
    /** Input faults: where, and what is wrong there. */
    faults: z.array(z.object({ path: z.string(), words: Words })).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

export interface ProblemKind {
  readonly status: number;
  readonly words: Words;
  readonly next: Words;
}

/** Codes are chosen slowly and never renamed. `{name}` in a sentence is filled from the problem's values. */
export const defineProblems = <const T extends Record<string, ProblemKind>>(problems: T): T => problems;

/** What any endpoint may answer with. */
export const generalProblems = defineProblems({
  INPUT_INVALID: {
    status: 400,
    words: { en: 'The input is not right in {count} place(s).', zh: '输入有 {count} 处不正确。' },
    next: {
      en: 'Correct each place listed under faults and send it again.',
      zh: '请按 faults 中列出的各处逐一更正后重新提交。',
    },
  },
  BODY_UNREADABLE: {
    status: 400,
    words: { en: 'The body is not readable JSON.', zh: '请求体不是可读的 JSON。' },
    next: {
      en: 'Send a JSON object with content-type application/json.',
      zh: '请以 content-type application/json 发送 JSON 对象。',
    },
  },
  BODY_TOO_LARGE: {
    status: 413,
    words: { en: 'The body is larger than {limit} bytes.', zh: '请求体超过 {limit} 字节。' },
    next: { en: 'Send less at once.', zh: '请减少单次发送的内容。' },
  },
  NOT_SIGNED_IN: {
    status: 401,
    words: { en: 'You are not signed in, or your session or token is over.', zh: '尚未登录，或会话、令牌已失效。' },
    next: {
      en: 'Sign in, or send a valid API token as a bearer token.',
      zh: '请登录，或以 Bearer 方式携带有效的 API 令牌。',
    },
  },
  NOT_ALLOWED: {
    status: 403,
    words: { en: 'Your roles do not allow this.', zh: '您的角色无权执行此操作。' },
    next: {
      en: 'Ask somebody whose role allows it, or an administrator for the role.',
      zh: '请联系具备相应角色的人员，或向管理员申请该角色。',
    },
  },
  WRONG_ORIGIN: {
    status: 403,
    words: { en: 'This write came from another site ({origin}).', zh: '该写操作来自其他站点（{origin}）。' },
    next: {
      en: 'Use the console at its own address; behind a proxy set MYRIAD_PUBLIC_URL to the address people use.',
      zh: '请通过控制台自身地址访问；若前面有代理，请将 MYRIAD_PUBLIC_URL 设为用户实际使用的地址。',
    },
  },
  NOT_FOUND: {
    status: 404,
    words: { en: 'There is nothing at {path}.', zh: '{path} 不存在。' },
    next: { en: 'See /api/docs for what there is.', zh: '可用接口请见 /api/docs。' },
  },
  CONFLICT: {
    status: 409,
    words: {
      en: 'It changed in the meantime, or is not in the state this needs.',
      zh: '对象已被他人修改，或其状态不满足此操作。',
    },
    next: { en: 'Load it again and look before you repeat.', zh: '请重新加载并确认后再操作。' },
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    words: { en: 'This idempotency key was used for another request.', zh: '该幂等键已用于另一个请求。' },
    next: { en: 'Use a new key for a new request.', zh: '新请求请使用新的幂等键。' },
  },
  IDEMPOTENCY_KEY_RUNNING: {
    status: 409,
    words: {
      en: 'The first request with this idempotency key is still being worked on.',
      zh: '使用该幂等键的首个请求仍在处理。',
    },
    next: { en: 'Wait a little and send the same request again.', zh: '请稍候再重发同一请求。' },
  },
  IDEMPOTENCY_OUTCOME_UNKNOWN: {
    status: 409,
    words: {
      en: 'The server stopped while it worked on the first request with this idempotency key; whether it took effect is not known.',
      zh: '服务在处理使用该幂等键的首个请求时中断，是否已生效未知。',
    },
    next: {
      en: 'Look whether it took effect; if not, send it with a new key.',
      zh: '请先确认是否已生效；若未生效，请换用新的幂等键重发。',
    },
  },
  TOO_MANY_TRIES: {
    status: 429,
    words: { en: 'Too many tries. Wait {seconds} seconds.', zh: '尝试次数过多，请等待 {seconds} 秒。' },
    next: { en: 'Wait, then try again.', zh: '请等待后重试。' },
  },
  INTERNAL: {
    status: 500,
    words: { en: 'Myriad failed at this; the fault is ours.', zh: 'Myriad 处理失败，这是平台自身的问题。' },
    next: {
      en: 'Look before you repeat; report it with request id {requestId}, which stands in the log.',
      zh: '请确认结果后再重试；反馈时请附请求编号 {requestId}，日志中可据此查找。',
    },
  },
});
