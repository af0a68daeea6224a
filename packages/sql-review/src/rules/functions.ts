import type { Rule } from '../rule.ts';
import { concatNullable } from './functions/concat-nullable.ts';
import { countNullable } from './functions/count-nullable.ts';
import { dateFunctionInFilter } from './functions/date-function-in-filter.ts';
import { defaultRandom } from './functions/default-random.ts';
import { findInSet } from './functions/find-in-set.ts';
import { functionDeny } from './functions/function-deny.ts';
import { functionInRange } from './functions/function-in-range.ts';
import { lastInsertIdMany } from './functions/last-insert-id-many.ts';
import { nowInKey } from './functions/now-in-key.ts';
import { passwordFunction } from './functions/password-function.ts';
import { sha2Length } from './functions/sha2-length.ts';
import { sumDistinct } from './functions/sum-distinct.ts';
import { sumNull } from './functions/sum-null.ts';
import { userLock } from './functions/user-lock.ts';
import { weakHash } from './functions/weak-hash.ts';

export const functionsRules: readonly Rule[] = [
  concatNullable,
  countNullable,
  dateFunctionInFilter,
  defaultRandom,
  findInSet,
  functionDeny,
  functionInRange,
  lastInsertIdMany,
  nowInKey,
  passwordFunction,
  sha2Length,
  sumDistinct,
  sumNull,
  userLock,
  weakHash,
];
