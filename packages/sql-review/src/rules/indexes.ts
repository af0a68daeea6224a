import type { Rule } from '../rule.ts';
import { dropIndex } from './indexes/drop-index.ts';
import { dropIndexInUse } from './indexes/drop-index-in-use.ts';
import { indexAllNullable } from './indexes/index-all-nullable.ts';
import { indexColumnOrder } from './indexes/index-column-order.ts';
import { indexCommentLong } from './indexes/index-comment-long.ts';
import { indexDescIgnored } from './indexes/index-desc-ignored.ts';
import { indexExistsAlready } from './indexes/index-exists-already.ts';
import { indexFulltext } from './indexes/index-fulltext.ts';
import { indexFunctionalColumn } from './indexes/index-functional-column.ts';
import { indexHash } from './indexes/index-hash.ts';
import { indexLowSelectivity } from './indexes/index-low-selectivity.ts';
import { indexMadeInvisible } from './indexes/index-made-invisible.ts';
import { indexManyColumns } from './indexes/index-many-columns.ts';
import { indexManyExisting } from './indexes/index-many-existing.ts';
import { indexNameTwice } from './indexes/index-name-twice.ts';
import { indexNullable } from './indexes/index-nullable.ts';
import { indexOnBlob } from './indexes/index-on-blob.ts';
import { indexOverlap } from './indexes/index-overlap.ts';
import { indexPrefixBad } from './indexes/index-prefix-bad.ts';
import { indexPrefixUnique } from './indexes/index-prefix-unique.ts';
import { indexRedundant } from './indexes/index-redundant.ts';
import { indexSkew } from './indexes/index-skew.ts';
import { indexSpatialNullable } from './indexes/index-spatial-nullable.ts';
import { indexTooLong } from './indexes/index-too-long.ts';
import { indexTypeAllow } from './indexes/index-type-allow.ts';
import { indexUseAlter } from './indexes/index-use-alter.ts';

export const indexesRules: readonly Rule[] = [
  dropIndex,
  dropIndexInUse,
  indexAllNullable,
  indexColumnOrder,
  indexCommentLong,
  indexDescIgnored,
  indexExistsAlready,
  indexFulltext,
  indexFunctionalColumn,
  indexHash,
  indexLowSelectivity,
  indexMadeInvisible,
  indexManyColumns,
  indexManyExisting,
  indexNameTwice,
  indexNullable,
  indexOnBlob,
  indexOverlap,
  indexPrefixBad,
  indexPrefixUnique,
  indexRedundant,
  indexSkew,
  indexSpatialNullable,
  indexTooLong,
  indexTypeAllow,
  indexUseAlter,
];
