import { at, defineRule } from '../../rule.ts';

export const loadDataDuplicates = defineRule({
  id: 'load-data-duplicates',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'REPLACE and IGNORE of LOAD DATA overwrite or drop rows whose keys are there, and only a count tells of it.',
    zh: 'LOAD DATA 的 REPLACE、IGNORE 会覆盖或丢弃键值重复的行，只能从计数中看出。',
  },
  on: ['load-data'],
  check: ({ duplicates, file }) =>
    duplicates &&
    at(
      file,
      `${duplicates}: rows with a known key are ${duplicates === 'REPLACE' ? 'overwritten' : 'dropped'}.`,
      `${duplicates}：键值已存在的行会被${duplicates === 'REPLACE' ? '覆盖' : '丢弃'}。`,
    ),
});
