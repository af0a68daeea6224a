import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { isMysql } from '../../versions.ts';

export const passwordFunction = defineRule({
  id: 'password-function',
  grade: 'E',
  theme: 'functions',
  why: {
    en: 'PASSWORD(), OLD_PASSWORD(), ENCODE(), DES_ENCRYPT() and their like are gone in MySQL 8 and were never safe.',
    zh: 'PASSWORD()、ENCODE()、DES_ENCRYPT() 等函数在 MySQL 8 中已移除，本身也不安全。',
  },
  versions: isMysql,
  on: ['call'],
  check: (call) =>
    isCallOf(call, 'PASSWORD', 'OLD_PASSWORD', 'ENCODE', 'DECODE', 'DES_ENCRYPT', 'DES_DECRYPT', 'ENCRYPT') &&
    at(call, `${call.name}() is gone in MySQL 8.`, `${call.name}() 在 MySQL 8 中已移除。`),
});
