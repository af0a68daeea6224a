import { at, defineRule } from '../../rule.ts';
import { isMysql } from '../../versions.ts';

export const nationalType = defineRule({
  id: 'national-type',
  grade: 'N',
  theme: 'charset',
  why: {
    en: 'NCHAR and NATIONAL VARCHAR are utf8mb3, which has no room for emoji and is deprecated.',
    zh: 'NCHAR、NATIONAL VARCHAR 使用 utf8mb3，无法存储表情符号，且已弃用。',
  },
  versions: isMysql,
  on: ['data-type'],
  check: (type) =>
    (type.name.startsWith('NATIONAL') || type.name.startsWith('NCHAR') || type.name === 'NVARCHAR') &&
    at(type, `${type.name} is utf8mb3.`, `${type.name} 使用 utf8mb3。`),
});
