import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';

export const concatNullable = defineRule({
  id: 'concat-nullable',
  grade: 'N',
  theme: 'functions',
  tier: 'schema',
  why: {
    en: 'CONCAT with one NULL is NULL: CONCAT_WS leaves NULLs out.',
    zh: 'CONCAT 只要有一个参数为 NULL 结果就是 NULL，CONCAT_WS 会跳过 NULL。',
  },
  on: ['call'],
  check: (call, { columnOf }) =>
    isCallOf(call, 'CONCAT') &&
    call.args
      .filter((argument) => argument.kind === 'column' && columnOf(argument)?.column.isNullable)
      .map((argument) => at(argument, 'May be NULL, and so may the whole.', '该列可能为 NULL，导致结果为 NULL。')),
});
