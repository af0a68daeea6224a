import { at, defineRule } from '../../rule.ts';
import { isDigits } from '../../tree/dates.ts';
import { givenName, naming } from '../../tree/given-names.ts';

export const nameDigitFirst = defineRule({
  id: 'name-digit-first',
  grade: 'N',
  theme: 'naming',
  about: 'names',
  why: {
    en: 'A name that begins with a digit is read as a number in some places: 1e5 is one.',
    zh: '以数字开头的名称在某些位置会被当作数字：例如 1e5。',
  },
  on: naming,
  check: (node, { parentOf }) => {
    const name = givenName(node, parentOf);
    return name && isDigits(name.name.slice(0, 1)) && at(name, 'The name begins with a digit.', '名称以数字开头。');
  },
});
