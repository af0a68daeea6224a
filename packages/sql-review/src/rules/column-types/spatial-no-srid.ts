import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';
import { isSpatialType } from '../../tree/types.ts';
import { mysqlFrom } from '../../versions.ts';

export const spatialNoSrid = defineRule({
  id: 'spatial-no-srid',
  grade: 'W',
  theme: 'column-types',
  why: {
    en: 'A spatial column without SRID takes points of any system, and its index is not used.',
    zh: '没有 SRID 的空间列可以混入不同坐标系的数据，其空间索引也不会被使用。',
  },
  versions: mysqlFrom(80003),
  on: ['column-definition'],
  check: (column) =>
    column.type &&
    isSpatialType(column.type) &&
    !hasAttribute(column, 'SRID') &&
    at(column.type, 'Name the SRID.', '请指定 SRID。'),
});
