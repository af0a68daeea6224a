import { at, defineRule } from '../../rule.ts';

export const event = defineRule({
  id: 'event',
  grade: 'N',
  theme: 'programs',
  why: {
    en: 'An event runs on whichever server has the scheduler on: after a failover on two, or on none.',
    zh: '事件在开启调度器的实例上运行，主从切换后可能重复执行或不执行。',
  },
  on: ['define-event'],
  check: ({ name, verb }) => verb === 'CREATE' && at(name, 'An event of the server.', '创建了定时事件。'),
});
