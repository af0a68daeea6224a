import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

export const lockInShareMode = defineRule({
  id: 'lock-in-share-mode',
  grade: 'N',
  theme: 'transactions',
  why: {
    en: 'LOCK IN SHARE MODE is the old spelling: FOR SHARE knows NOWAIT, SKIP LOCKED and OF.',
    zh: 'LOCK IN SHARE MODE 是旧写法：FOR SHARE 支持 NOWAIT、SKIP LOCKED 和 OF。',
  },
  versions: mysqlFrom(80001),
  on: ['lock'],
  check: (lock) => lock.strength === 'LOCK IN SHARE MODE' && at(lock, 'Write FOR SHARE.', '请改写为 FOR SHARE。'),
  fix: ({ start, end }) => [{ start, end, text: 'FOR SHARE' }],
});
