import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';

export const userLock = defineRule({
  id: 'user-lock',
  grade: 'W',
  theme: 'functions',
  why: {
    en: 'GET_LOCK holds until the session ends, which a pool of connections never does.',
    zh: 'GET_LOCK 会持有到会话结束，使用连接池时可能一直不释放。',
  },
  on: ['call'],
  check: (call, { nodes }) =>
    isCallOf(call, 'GET_LOCK') &&
    !nodes('call').some((other) => isCallOf(other, 'RELEASE_LOCK', 'RELEASE_ALL_LOCKS')) &&
    at(call, 'Release it in the same program.', '请在同一程序中释放。'),
});
