import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';

export const sysdate = defineRule({
  id: 'sysdate',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'SYSDATE() is the time of its own call: it differs between rows and on replicas, and an index cannot be used for it. NOW() is fixed for the statement.',
    zh: 'SYSDATE() 返回调用时刻：各行之间、主从之间都可能不同，也无法使用索引。NOW() 在一条语句内固定不变。',
  },
  on: ['call'],
  check: (call) =>
    isCallOf(call, 'SYSDATE') && at(call, 'Use NOW() instead of SYSDATE().', '请使用 NOW() 代替 SYSDATE()。'),
});
