import { at, defineRule } from '../../rule.ts';
import { anyOf, mariadbFrom, mysqlFrom } from '../../versions.ts';

export const lockWaits = defineRule({
  id: 'lock-waits',
  grade: 'N',
  theme: 'transactions',
  why: {
    en: 'A locking read that may wait holds up the session for innodb_lock_wait_timeout; NOWAIT and SKIP LOCKED do not.',
    zh: '加锁读默认会等待 innodb_lock_wait_timeout；使用 NOWAIT 或 SKIP LOCKED 可避免等待。',
  },
  versions: anyOf(mysqlFrom(80001), mariadbFrom(100600)),
  on: ['lock'],
  check: (lock) =>
    lock.strength === 'FOR UPDATE' &&
    lock.wait === undefined &&
    at(lock, 'Consider NOWAIT or SKIP LOCKED.', '可考虑使用 NOWAIT 或 SKIP LOCKED。'),
});
