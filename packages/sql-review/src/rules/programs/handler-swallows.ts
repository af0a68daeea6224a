import { at, defineRule } from '../../rule.ts';

export const handlerSwallows = defineRule({
  id: 'handler-swallows',
  grade: 'W',
  theme: 'programs',
  why: {
    en: 'A CONTINUE handler for every exception goes on as if nothing had happened.',
    zh: '捕获所有异常的 CONTINUE 处理器会掩盖错误继续执行。',
  },
  on: ['declare-handler'],
  check: (handler) =>
    handler.action === 'CONTINUE' &&
    handler.conditions.some(({ what }) => what === 'SQLEXCEPTION') &&
    at(handler, 'Errors are swallowed.', '错误会被吞掉。'),
});
