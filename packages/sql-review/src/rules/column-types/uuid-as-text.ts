import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isCallOf, sizeOf } from '../../tree/calls.ts';
import { bare } from '../../tree/conditions.ts';
import { typeNameOf } from '../../tree/types.ts';
import { mysqlFrom } from '../../versions.ts';

export const uuidAsText = defineRule({
  id: 'uuid-as-text',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'A UUID as text takes 36 characters in every index; UUID_TO_BIN(…, 1) makes 16 bytes that grow.',
    zh: '文本形式的 UUID 在每个索引中占 36 个字符；UUID_TO_BIN(…, 1) 只需 16 字节且趋势递增。',
  },
  versions: mysqlFrom(80000),
  on: ['column-attribute', 'data-type'],
  check: (attribute, { parentOf }) => {
    // 36 characters are those of a UUID.
    if (attribute.kind === 'data-type')
      return (
        ['CHAR', 'VARCHAR'].includes(typeNameOf(attribute)) &&
        sizeOf(attribute) === 36 &&
        parentOf(attribute)?.kind === 'column-definition' &&
        at(attribute, 'Keep it as BINARY(16) with UUID_TO_BIN().', '请用 UUID_TO_BIN() 存为 BINARY(16)。')
      );
    const value = attribute.value && bare(attribute.value as Expression);
    return (
      attribute.name === 'DEFAULT' &&
      value?.kind === 'call' &&
      isCallOf(value, 'UUID') &&
      at(value, 'Keep it as BINARY(16) with UUID_TO_BIN().', '请用 UUID_TO_BIN() 存为 BINARY(16)。')
    );
  },
});
