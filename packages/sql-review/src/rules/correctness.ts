import type { Rule } from '../rule.ts';
import { alterColumnMissing } from './correctness/alter-column-missing.ts';
import { ambiguousWhenAltered } from './correctness/ambiguous-when-altered.ts';
import { columnAmbiguous } from './correctness/column-ambiguous.ts';
import { columnMissing } from './correctness/column-missing.ts';
import { dateImpossible } from './correctness/date-impossible.ts';
import { indexObjectMissing } from './correctness/index-object-missing.ts';
import { insertAutoIncrement } from './correctness/insert-auto-increment.ts';
import { insertGenerated } from './correctness/insert-generated.ts';
import { insertMissingRequired } from './correctness/insert-missing-required.ts';
import { insertNullNotNull } from './correctness/insert-null-not-null.ts';
import { objectExists } from './correctness/object-exists.ts';
import { objectMissing } from './correctness/object-missing.ts';
import { targetReadOnly } from './correctness/target-read-only.ts';
import { updateNotNull } from './correctness/update-not-null.ts';
import { valueBadDate } from './correctness/value-bad-date.ts';
import { valueOutOfRange } from './correctness/value-out-of-range.ts';
import { valueTooLong } from './correctness/value-too-long.ts';
import { valueTypeMismatch } from './correctness/value-type-mismatch.ts';

export const correctnessRules: readonly Rule[] = [
  alterColumnMissing,
  ambiguousWhenAltered,
  columnAmbiguous,
  columnMissing,
  dateImpossible,
  indexObjectMissing,
  insertAutoIncrement,
  insertGenerated,
  insertMissingRequired,
  insertNullNotNull,
  objectExists,
  objectMissing,
  targetReadOnly,
  updateNotNull,
  valueBadDate,
  valueOutOfRange,
  valueTooLong,
  valueTypeMismatch,
];
