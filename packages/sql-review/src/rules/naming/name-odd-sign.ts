import { at, defineRule } from '../../rule.ts';
import { givenName, naming } from '../../tree/given-names.ts';

export const nameOddSign = defineRule({
  id: 'name-odd-sign',
  grade: 'W',
  theme: 'naming',
  about: 'names',
  why: {
    en: 'A name with spaces, hyphens or other signs must be quoted in every statement.',
    zh: '名称包含空格、连字符等符号时，每条语句都必须加反引号。',
  },
  on: naming,
  check: (node, { parentOf }) => {
    const name = givenName(node, parentOf);
    return (
      name &&
      [...name.name].some((sign) => ' -.$@#!%&()*+/\\\'"`?,;:<>='.includes(sign)) &&
      at(name, 'Letters, digits and underscores are enough.', '名称请只使用字母、数字和下划线。')
    );
  },
});
