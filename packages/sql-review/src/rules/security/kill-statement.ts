import { at, defineRule } from '../../rule.ts';

export const killStatement = defineRule({
  id: 'kill-statement',
  grade: 'W',
  theme: 'security',
  why: {
    en: 'KILL ends a session whatever it is doing; its transaction rolls back, which may take longer than it ran.',
    zh: 'KILL 会强制结束会话，其事务随之回滚，耗时可能比已执行的时间更长。',
  },
  on: ['kill'],
  check: (statement) => at(statement, 'A session is ended.', '会话将被结束。'),
});
