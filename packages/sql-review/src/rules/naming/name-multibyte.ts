import { at, defineRule } from '../../rule.ts';
import { givenName, naming } from '../../tree/given-names.ts';

export const nameMultibyte = defineRule({
  id: 'name-multibyte',
  grade: 'W',
  theme: 'naming',
  about: 'names',
  why: {
    en: 'Names beyond ASCII break in tools, file names and clients that use another set.',
    zh: '名称中包含非 ASCII 字符时，工具、文件名或其他字符集的客户端可能出错。',
  },
  on: [...naming, 'select-item'],
  check: (node, { parentOf }) => {
    const name = node.kind === 'select-item' ? node.alias : givenName(node, parentOf);
    return (
      name &&
      [...name.name].some((sign) => (sign.codePointAt(0) ?? 0) > 127) &&
      at(name, 'A name beyond ASCII.', '名称包含非 ASCII 字符。')
    );
  },
});
