import type { Words } from '@myriad/contract';
import { defineTask } from '@myriad/runbook';
import { KillInput } from '../kill-form.ts';
import type { InstancePorts } from '../ports.ts';
import { killSessionStep } from '../steps/kill-session.ts';

/** Said where it is approved: whom, what it runs, and what ending it costs. */
export function killTitle({ name, sessionId, end, user, host, transactionSeconds, rowsModified }: KillInput): Words {
  const open = transactionSeconds === null ? undefined : Math.round(transactionSeconds);
  const isRolledBack = end === 'connection' && rowsModified > 0;
  const en = [
    `${end === 'query' ? 'End what session' : 'Cut session'} ${sessionId}${end === 'query' ? ' runs' : ''} on ${name}: ${user}@${host}`,
    ...(open === undefined ? [] : [`transaction open for ${open} s`]),
    ...(isRolledBack ? [`${rowsModified} changed rows will be rolled back`] : []),
  ];
  const zh = [
    `${end === 'query' ? '结束语句' : '断开连接'}：${name} 上的会话 ${sessionId}，${user}@${host}`,
    ...(open === undefined ? [] : [`事务已打开 ${open} 秒`]),
    ...(isRolledBack ? [`将回滚 ${rowsModified} 行修改`] : []),
  ];
  return { en: en.join('; '), zh: zh.join('；') };
}

export const killSessionTask = defineTask<InstancePorts>()({
  kind: 'instances.kill-session',
  input: KillInput,
  facts: async () => undefined,
  title: (input) => killTitle(input),
  // It may be the very session another task on this cluster waits for.
  locks: ({ instanceId, sessionId }) => [`session/${instanceId}:${sessionId}`],
  plan: (input) => killSessionStep(input, { target: input.name }),
  steps: [killSessionStep],
});
