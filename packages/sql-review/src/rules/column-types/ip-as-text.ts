import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';

export const ipAsText = defineRule({
  id: 'ip-as-text',
  grade: 'N',
  theme: 'column-types',
  about: 'names',
  why: {
    en: 'An address kept as text takes up to 45 bytes and cannot be searched by range; INET6_ATON makes 16 of it.',
    zh: '以文本保存 IP 地址最多占 45 字节且无法按范围查询，INET6_ATON 只需 16 字节。',
  },
  on: ['column-definition'],
  check: ({ name, type }) => {
    const words = name.name.toLowerCase().split('_');
    const isText = type?.name === 'VARCHAR' || type?.name === 'CHAR';
    return (
      isText &&
      // The longest IPv4 address.
      (sizeOf(type) ?? 0) >= 15 &&
      (words.includes('ip') || words.includes('ipv4') || words.includes('ipv6')) &&
      at(type, 'VARBINARY(16) with INET6_ATON() holds an address.', '可使用 VARBINARY(16) 配合 INET6_ATON() 保存地址。')
    );
  },
});
