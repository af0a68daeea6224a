import type { AlterKind } from './alter-kind.ts';
import type { TableShape } from './table-shape.ts';

const isByHash = ({ feature }: TableShape) => feature === 'partition-hash' || feature === 'partition-key';
const isByRange = ({ feature }: TableShape) =>
  ['partition-range', 'partition-columns', 'partition-sub'].includes(feature);

/** On a partitioned table; they stand alone in their statement. */
export const partitionKinds: Readonly<Record<string, AlterKind>> = {
  rebuild: () => 'REBUILD PARTITION ALL',
  optimize: () => 'OPTIMIZE PARTITION ALL',
  analyze: () => 'ANALYZE PARTITION ALL',
  check: () => 'CHECK PARTITION ALL',
  remove: () => 'REMOVE PARTITIONING',
  again: () => 'PARTITION BY HASH (id) PARTITIONS 5',
  truncate: () => 'TRUNCATE PARTITION p1',
  exchange: () => 'EXCHANGE PARTITION p1 WITH TABLE spare',
  add: ({ shape }) =>
    isByHash(shape)
      ? 'ADD PARTITION PARTITIONS 2'
      : isByRange(shape)
        ? 'ADD PARTITION (PARTITION p9 VALUES LESS THAN (20))'
        : 'ADD PARTITION (PARTITION p9 VALUES IN (20))',
  drop: ({ shape }) => (isByHash(shape) ? 'COALESCE PARTITION 1' : 'DROP PARTITION p1'),
  reorganize: ({ shape }) =>
    isByRange(shape) && shape.feature !== 'partition-sub'
      ? 'REORGANIZE PARTITION p2 INTO (PARTITION p2 VALUES LESS THAN (5), PARTITION p3 VALUES LESS THAN (10))'
      : undefined,
};
