import type { DataType } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isLongType } from '../../tree/keys.ts';

export const textBlob = defineRule({
  id: 'text-blob',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'TEXT and BLOB are kept outside of the row and push temporary tables to disk.',
    zh: 'TEXT、BLOB 存储在行外，还会使临时表落盘。',
  },
  on: ['column-definition'],
  check: ({ type }) =>
    type &&
    isLongType(type) &&
    type.name !== 'JSON' &&
    at(type, `${type.name}: is ${shorter(type)} enough?`, `${type.name}：${shorter(type)} 是否够用？`),
});

const shorter = ({ name }: DataType): string => (/BLOB|BINARY/.test(name) ? 'VARBINARY' : 'VARCHAR');
