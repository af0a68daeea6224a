import { at, defineRule } from '../../rule.ts';

export const changeIgnore = defineRule({
  id: 'change-ignore',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'UPDATE IGNORE and DELETE IGNORE leave rows as they were where an error comes up, and say so in a warning only.',
    zh: 'UPDATE IGNORE、DELETE IGNORE 遇到错误时会跳过该行，仅产生一条警告。',
  },
  on: ['update', 'delete'],
  check: (change) => {
    const ignores = change.kind === 'update' ? change.ignore : change.options.includes('IGNORE');
    const [first] = change.tables;
    return (
      ignores && first && at(first, 'IGNORE leaves rows unchanged without an error.', 'IGNORE 会静默跳过出错的行。')
    );
  },
});
