import { at, defineRule } from '../../rule.ts';

export const changeWhileBusy = defineRule({
  id: 'change-while-busy',
  grade: 'N',
  theme: 'schema-change',
  tier: 'instance',
  why: {
    en: 'Many sessions are running: a lock that is waited for will hold up all of them.',
    zh: '当前运行的会话较多，等待元数据锁会阻塞大量请求。',
  },
  parameters: { threads: 50 },
  on: ['alter-table', 'create-index'],
  check: (statement, { facts }, { threads }) => {
    const running = facts.instance?.runningThreads ?? 0;
    return running > threads && at(statement, `${running} sessions are running.`, `当前有 ${running} 个会话在运行。`);
  },
});
