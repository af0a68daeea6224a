import { at, defineRule } from '../../rule.ts';

export const insertIgnore = defineRule({
  id: 'insert-ignore',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'IGNORE turns errors into warnings: rows that break a key are dropped and values that do not fit are bent, and nobody is told.',
    zh: 'IGNORE 会把错误降级为警告：违反唯一键的行被丢弃，不合法的值被强行转换，而且没有任何提示。',
  },
  on: ['insert'],
  check: ({ ignore, table }) =>
    ignore && at(table, 'IGNORE hides rows that are not inserted.', 'IGNORE 会掩盖未能插入的行。'),
});
