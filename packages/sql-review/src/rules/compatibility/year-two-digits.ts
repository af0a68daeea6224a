import { at, defineRule } from '../../rule.ts';
import { tokensBetween } from '../../tree/tokens.ts';
import { mysqlFrom } from '../../versions.ts';

export const yearTwoDigits = defineRule({
  id: 'year-two-digits',
  grade: 'N',
  theme: 'compatibility',
  why: {
    en: 'YEAR(2) is gone, YEAR(4) deprecated since 8.0.19: write YEAR.',
    zh: 'YEAR(2) 已移除，YEAR(4) 自 8.0.19 起弃用：请直接写 YEAR。',
  },
  versions: mysqlFrom(80019),
  on: ['data-type'],
  check: (type) =>
    type.name === 'YEAR' && type.sizes.length > 0 && at(type, 'Write YEAR without a width.', '请写不带宽度的 YEAR。'),
  fix: ({ start, end }, { tokens }) => {
    const own = tokensBetween(tokens, start, end);
    const [open, close] = ['(', ')'].map((sign) => own.find(({ text }) => text === sign));
    return open && close ? [{ start: open.start, end: close.end, text: '' }] : [];
  },
});
