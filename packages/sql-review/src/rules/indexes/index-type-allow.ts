import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';

export const indexTypeAllow = defineRule({
  id: 'index-type-allow',
  grade: 'W',
  off: true,
  theme: 'indexes',
  why: {
    en: 'Only the kinds of indexes that were agreed on: each other kind has its own limits, costs and tools that do not know it.',
    zh: '仅允许使用约定的索引类型：其他类型各有限制和代价，部分工具也不支持。',
  },
  parameters: { types: ['PRIMARY KEY', 'UNIQUE', 'INDEX', 'BTREE'] },
  on: ['index-definition', 'create-index'],
  check: (index, _, { types }) => {
    const words = [index.using, ...index.settings.map(wordOf)].map((word) => word?.toUpperCase().replace('USING ', ''));
    const how = words.find((word) => word === 'HASH' || word === 'RTREE' || word === 'BTREE');
    const other = [index.type, ...(how === undefined ? [] : [how])].find((one) => !types.includes(one));
    return other !== undefined && at(index, `${other} is not allowed.`, `不允许使用 ${other} 索引。`);
  },
});
