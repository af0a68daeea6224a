import { at, defineRule } from '../../rule.ts';

export const savepointUnknown = defineRule({
  id: 'savepoint-unknown',
  grade: 'E',
  theme: 'transactions',
  why: {
    en: 'A savepoint that was not set, or that a COMMIT has removed, cannot be gone back to (error 1305).',
    zh: '未设置或已被提交清除的保存点无法回滚（错误 1305）。',
  },
  on: ['savepoint'],
  check: ({ verb, name }, { history }) =>
    verb !== 'SAVEPOINT' &&
    history.count > 0 &&
    !history.savepoints.has(name.name.toLowerCase()) &&
    at(name, 'No such savepoint is set here.', '此处没有该保存点。'),
});
