import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';
import { defaultIn } from '../../tree/defaults.ts';
import { isLongType } from '../../tree/keys.ts';
import { isSpatialType } from '../../tree/types.ts';
import { isMysql } from '../../versions.ts';

export const textBlobDefault = defineRule({
  id: 'text-blob-default',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'TEXT, BLOB, JSON and GEOMETRY take no literal default (error 1101); since 8.0.13 an expression in brackets is allowed.',
    zh: 'TEXT、BLOB、JSON、GEOMETRY 不能设置字面量默认值（错误 1101）；8.0.13 起可使用括号中的表达式。',
  },
  versions: isMysql,
  on: ['column-definition', 'alter-column'],
  check: (node, context) => {
    const { type, value } = defaultIn(node, context) ?? {};
    if (!type || !value || !(isLongType(type) || isSpatialType(type))) return undefined;
    const isNull = (one: typeof value) => one.kind === 'literal' && one.type === 'null';
    const isExpression = value.kind === 'parenthesised' && context.dialect.versionNumber >= 80_013;
    if (isExpression || isNull(bare(value))) return undefined;
    return context.dialect.versionNumber >= 80_013
      ? at(value, 'Not allowed as a default here: put it into brackets.', '此处不允许该默认值：请写成括号中的表达式。')
      : at(value, 'No default is possible here: leave it out.', '此处不能有默认值：请去掉。');
  },
});
