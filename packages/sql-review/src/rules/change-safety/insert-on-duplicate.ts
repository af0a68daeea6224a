import { at, defineRule } from '../../rule.ts';

export const insertOnDuplicate = defineRule({
  id: 'insert-on-duplicate',
  grade: 'N',
  theme: 'change-safety',
  why: {
    en: 'With several unique keys, which row is updated depends on the order in which the keys are checked.',
    zh: '表上有多个唯一键时，更新哪一行取决于键的检查顺序。',
  },
  on: ['insert'],
  check: ({ onDuplicate: [first] }) =>
    first &&
    at(
      first,
      'ON DUPLICATE KEY UPDATE: make sure that one unique key decides.',
      '使用了 ON DUPLICATE KEY UPDATE：请确认只由一个唯一键决定。',
    ),
});
