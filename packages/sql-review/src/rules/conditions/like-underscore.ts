import { at, defineRule } from '../../rule.ts';
import { stringIn } from '../../tree/calls.ts';

const isWordSign = (sign: string | undefined): boolean =>
  sign !== undefined && sign !== '%' && sign !== '_' && sign !== '\\' && sign.toLowerCase() !== sign.toUpperCase();

export const likeUnderscore = defineRule({
  id: 'like-underscore',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'An underscore in LIKE is any character: to find one, escape it.',
    zh: 'LIKE 中的下划线匹配任意字符，要查找下划线本身需要转义。',
  },
  on: ['like'],
  check: ({ operator, pattern, escape: escaped }) => {
    const text = stringIn(pattern);
    const isNameLike =
      text !== undefined &&
      [...text].some(
        (sign, place, signs) => sign === '_' && isWordSign(signs[place - 1]) && isWordSign(signs[place + 1]),
      );
    return (
      operator === 'LIKE' &&
      !escaped &&
      isNameLike &&
      at(pattern, 'The underscore matches any character; write \\_.', '下划线会匹配任意字符，请写成 \\_。')
    );
  },
});
