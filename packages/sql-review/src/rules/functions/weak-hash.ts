import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';

export const weakHash = defineRule({
  id: 'weak-hash',
  grade: 'W',
  theme: 'functions',
  why: {
    en: 'MD5 and SHA1 are broken: they protect neither passwords nor signatures.',
    zh: 'MD5、SHA1 已不安全，不能用于密码或签名。',
  },
  on: ['call'],
  check: (call) =>
    isCallOf(call, 'MD5', 'SHA1', 'SHA') && at(call, 'Use SHA2(…, 256) or more.', '请使用 SHA2(…, 256) 或更强算法。'),
});
