import { at, defineRule } from '../../rule.ts';
import { isSpatialType } from '../../tree/types.ts';

export const spatialType = defineRule({
  id: 'spatial-type',
  grade: 'N',
  off: true,
  theme: 'column-types',
  why: {
    en: 'Spatial columns and indexes need drivers, tools and people who know them.',
    zh: '空间类型和空间索引需要驱动、工具和人员具备相应支持。',
  },
  on: ['column-definition', 'index-definition', 'create-index'],
  check: (node) =>
    node.kind === 'column-definition'
      ? node.type &&
        isSpatialType(node.type) &&
        at(node.type, `A ${node.type.name} column.`, `使用了 ${node.type.name} 类型。`)
      : node.type === 'SPATIAL' && at(node, 'A spatial index.', '使用了空间索引。'),
});
