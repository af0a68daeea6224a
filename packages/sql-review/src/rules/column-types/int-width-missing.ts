import { at, defineRule } from '../../rule.ts';
import { sizeOf } from '../../tree/calls.ts';
import { isIntegerType } from '../../tree/types.ts';
import { mysqlBefore } from '../../versions.ts';

export const intWidthMissing = defineRule({
  id: 'int-width-missing',
  grade: 'N',
  // The width changes nothing but how ZEROFILL shows: a matter of style, where a house wants definitions alike.
  off: true,
  theme: 'column-types',
  why: {
    en: 'Before 8.0.17 the server writes a width at every integer: definitions that say it compare equal to SHOW CREATE TABLE.',
    zh: '8.0.17 之前服务器会为每个整数列写上宽度：建表语句写明宽度，便于与 SHOW CREATE TABLE 的结果比对。',
  },
  versions: mysqlBefore(80017),
  on: ['column-definition'],
  check: ({ type }) =>
    type &&
    isIntegerType(type) &&
    !['SERIAL', 'BOOL', 'BOOLEAN'].includes(type.name) &&
    sizeOf(type) === undefined &&
    at(type, `${type.name} without a width.`, `${type.name} 没有指定宽度。`),
});
