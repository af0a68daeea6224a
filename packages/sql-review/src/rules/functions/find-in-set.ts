import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';

export const findInSet = defineRule({
  id: 'find-in-set',
  grade: 'W',
  theme: 'functions',
  why: {
    en: 'FIND_IN_SET searches a list kept in a column: no index helps; a table of its own would.',
    zh: 'FIND_IN_SET 在列表字符串中查找，无法使用索引，应拆分为关联表。',
  },
  on: ['call'],
  check: (call) => isCallOf(call, 'FIND_IN_SET') && at(call, 'A list in a column.', '在列中存储了列表。'),
});
