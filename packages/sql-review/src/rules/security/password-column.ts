import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';

export const passwordColumn = defineRule({
  id: 'password-column',
  grade: 'W',
  theme: 'security',
  about: 'names',
  why: {
    en: 'A column named password holds a hash or a mistake: say which by its name and length.',
    zh: '名为 password 的列应存储哈希值，请通过列名和长度体现。',
  },
  on: ['column-definition'],
  check: ({ name, type }) => {
    const words = name.name.toLowerCase().split('_');
    const size = sizeOf(type) ?? 0;
    const isPlain = type && ['VARCHAR', 'CHAR', 'TEXT'].includes(type.name) && size < 60;
    return (
      isPlain &&
      ['password', 'passwd', 'pwd'].includes(words.at(-1) ?? '') &&
      at(name, 'Too short for a hash: keep hashes, not passwords.', '长度不足以存放哈希：请存储哈希而不是密码。')
    );
  },
});
