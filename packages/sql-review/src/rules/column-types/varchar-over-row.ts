import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';

export const varcharOverRow = defineRule({
  id: 'varchar-over-row',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'A VARCHAR of utf8mb4 holds at most 16,383 characters: the server refuses it, or makes it a TEXT.',
    zh: 'utf8mb4 的 VARCHAR 最多 16,383 个字符：超过会被拒绝或转为 TEXT。',
  },
  on: ['column-definition'],
  check: ({ type }) => {
    const size = sizeOf(type);
    const isUtf8mb4 = type?.charset === 'utf8mb4' || type?.collation?.startsWith('utf8mb4_');
    return (
      type?.name === 'VARCHAR' &&
      size !== undefined &&
      (size > 65_535 || (isUtf8mb4 && size > 16_383)) &&
      at(type, `VARCHAR(${size}) does not fit into a row.`, `VARCHAR(${size}) 超过了行长度上限。`)
    );
  },
});
