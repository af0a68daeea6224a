import { at, defineRule } from '../../rule.ts';

export const dropUser = defineRule({
  id: 'drop-user',
  grade: 'W',
  theme: 'security',
  why: {
    en: 'Views, routines and events of a dropped definer fail for everybody; lock the account first and watch.',
    zh: '删除账号后，以其为 DEFINER 的视图和存储程序都会报错；建议先锁定观察。',
  },
  on: ['drop-user'],
  check: ({ accounts, what }) =>
    what === 'USER' && accounts.map((account) => at(account, 'Lock the account first.', '请先锁定账号。')),
});
