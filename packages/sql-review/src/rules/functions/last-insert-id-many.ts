import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';

export const lastInsertIdMany = defineRule({
  id: 'last-insert-id-many',
  grade: 'N',
  theme: 'functions',
  why: {
    en: 'LAST_INSERT_ID() after an INSERT of many rows is the first of them.',
    zh: '批量 INSERT 后 LAST_INSERT_ID() 返回第一行的值。',
  },
  on: ['call'],
  check: (call, { history }) =>
    isCallOf(call, 'LAST_INSERT_ID') &&
    call.args.length === 0 &&
    history.last?.kind === 'insert' &&
    (history.last.rows.length > 1 || history.last.query) &&
    at(call, 'This is the first of the rows above.', '这里得到的是上面第一行的值。'),
});
