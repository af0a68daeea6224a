import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';
import { tokensBetween } from '../../tree/tokens.ts';
import { isIntegerType, typeNameOf } from '../../tree/types.ts';
import { mysqlFrom } from '../../versions.ts';

export const intWidth = defineRule({
  id: 'int-width',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'The width of INT(n) changes nothing but ZEROFILL, and is deprecated since 8.0.17.',
    zh: 'INT(n) 的宽度除 ZEROFILL 外没有作用，自 8.0.17 起已弃用。',
  },
  versions: mysqlFrom(80017),
  on: ['data-type'],
  check: (type) => {
    const size = sizeOf(type);
    // TINYINT(1) is how drivers know a boolean.
    return (
      isIntegerType(type) &&
      size !== undefined &&
      !type.zerofill &&
      !(typeNameOf(type) === 'TINYINT' && size === 1) &&
      at(type, `The (${size}) is without effect.`, `(${size}) 没有作用。`)
    );
  },
  fix: ({ start, end }, { tokens }) => {
    const own = tokensBetween(tokens, start, end);
    const [open, close] = ['(', ')'].map((sign) => own.find(({ text }) => text === sign));
    return open && close ? [{ start: open.start, end: close.end, text: '' }] : [];
  },
});
