import type { Rule } from '../rule.ts';
import { partitionCount } from './partitions/partition-count.ts';
import { partitionExchangeUnchecked } from './partitions/partition-exchange-unchecked.ts';
import { partitionForeignKey } from './partitions/partition-foreign-key.ts';
import { partitionFulltext } from './partitions/partition-fulltext.ts';
import { partitionHashTime } from './partitions/partition-hash-time.ts';
import { partitionKeyNotInUnique } from './partitions/partition-key-not-in-unique.ts';
import { partitionMissing } from './partitions/partition-missing.ts';
import { partitionNameTwice } from './partitions/partition-name-twice.ts';
import { partitionNoMaxvalue } from './partitions/partition-no-maxvalue.ts';
import { partitionNoPrune } from './partitions/partition-no-prune.ts';
import { partitionRangeOrder } from './partitions/partition-range-order.ts';
import { partitionReorganize } from './partitions/partition-reorganize.ts';
import { removePartitioning } from './partitions/remove-partitioning.ts';
import { updatePartitionKey } from './partitions/update-partition-key.ts';

export const partitionsRules: readonly Rule[] = [
  partitionCount,
  partitionExchangeUnchecked,
  partitionForeignKey,
  partitionFulltext,
  partitionHashTime,
  partitionKeyNotInUnique,
  partitionMissing,
  partitionNameTwice,
  partitionNoMaxvalue,
  partitionNoPrune,
  partitionRangeOrder,
  partitionReorganize,
  removePartitioning,
  updatePartitionKey,
];
