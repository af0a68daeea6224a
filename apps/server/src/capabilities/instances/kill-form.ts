import { z } from 'zod';
import { asked, optionalText } from './asked.ts';

/** One session to end. What the asker saw of it may be given along: if it is another by now, nothing is ended. */
export const KillSessionForm = z.object({
  instanceId: z
    .string()
    .min(1)
    .max(40)
    .meta(asked({ en: 'Instance', zh: '实例' })),
  sessionId: z
    .number()
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .meta(
      asked({ en: 'Session', zh: '会话编号' }, { en: 'Its number in the list of sessions.', zh: '会话列表中的编号。' }),
    ),
  end: z
    .enum(['query', 'connection'])
    .default('query')
    .meta(
      asked(
        { en: 'What is ended', zh: '结束什么' },
        {
          en: 'query: what it runs now; its transaction stays open. connection: all of it.',
          zh: 'query：仅结束正在执行的语句，事务保持打开；connection：断开整个连接。',
        },
      ),
    ),
  user: optionalText(
    { en: 'User', zh: '用户' },
    { en: 'As you saw it; another one by now is not ended.', zh: '您看到的用户；若已换成他人则不会结束。' },
  ),
  host: optionalText(
    { en: 'From', zh: '来源' },
    { en: 'Address and port as you saw them.', zh: '您看到的来源地址与端口。' },
  ),
});
export type KillSessionForm = z.infer<typeof KillSessionForm>;

/**
 * Of the task. A number alone is nobody: user, client address and port, and the run of the server it belongs to make it
 * somebody. For `query`, also which statement: the next one of the same session is another.
 */
export const KillInput = z.object({
  clusterId: z.string(),
  instanceId: z.string(),
  name: z.string(),
  sessionId: z.number().int(),
  end: z.enum(['query', 'connection']),
  user: z.string(),
  host: z.string(),
  serverStartedAt: z.number().int(),
  /** Without its values. '' = it ran nothing. */
  statement: z.string(),
  /** Epoch seconds, by its running time when it was seen; null: it ran nothing. */
  statementStartedAt: z.number().int().nullable(),
  transactionSeconds: z.number().nullable(),
  rowsModified: z.number().int(),
});
export type KillInput = z.infer<typeof KillInput>;
