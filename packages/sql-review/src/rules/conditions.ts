import type { Rule } from '../rule.ts';
import { andOrMixed } from './conditions/and-or-mixed.ts';
import { betweenDateEnd } from './conditions/between-date-end.ts';
import { betweenReversed } from './conditions/between-reversed.ts';
import { booleanCompare } from './conditions/boolean-compare.ts';
import { caseNoElse } from './conditions/case-no-else.ts';
import { conditionsMany } from './conditions/conditions-many.ts';
import { filterOnSkew } from './conditions/filter-on-skew.ts';
import { functionalIndexMismatch } from './conditions/functional-index-mismatch.ts';
import { implicitConversion } from './conditions/implicit-conversion.ts';
import { inColumnName } from './conditions/in-column-name.ts';
import { inDuplicate } from './conditions/in-duplicate.ts';
import { inListDiveLimit } from './conditions/in-list-dive-limit.ts';
import { inSingle } from './conditions/in-single.ts';
import { indexLeftmostMissing } from './conditions/index-leftmost-missing.ts';
import { indexLeftmostRange } from './conditions/index-leftmost-range.ts';
import { jsonPathFilter } from './conditions/json-path-filter.ts';
import { likeOnlyWildcard } from './conditions/like-only-wildcard.ts';
import { likeUnderscore } from './conditions/like-underscore.ts';
import { listInColumn } from './conditions/list-in-column.ts';
import { literalPadded } from './conditions/literal-padded.ts';
import { mathOnColumn } from './conditions/math-on-column.ts';
import { negation } from './conditions/negation.ts';
import { notEqualNullRows } from './conditions/not-equal-null-rows.ts';
import { notInNullable } from './conditions/not-in-nullable.ts';
import { numberQuoted } from './conditions/number-quoted.ts';
import { orAcrossTables } from './conditions/or-across-tables.ts';
import { orDuplicate } from './conditions/or-duplicate.ts';
import { orToIn } from './conditions/or-to-in.ts';
import { placeholdersMany } from './conditions/placeholders-many.ts';
import { regexpMatch } from './conditions/regexp-match.ts';
import { sqlInjectionShape } from './conditions/sql-injection-shape.ts';
import { whereAssign } from './conditions/where-assign.ts';
import { whereNotNullAlways } from './conditions/where-not-null-always.ts';

export const conditionsRules: readonly Rule[] = [
  andOrMixed,
  betweenDateEnd,
  betweenReversed,
  booleanCompare,
  caseNoElse,
  conditionsMany,
  filterOnSkew,
  functionalIndexMismatch,
  implicitConversion,
  inColumnName,
  inDuplicate,
  inListDiveLimit,
  inSingle,
  indexLeftmostMissing,
  indexLeftmostRange,
  jsonPathFilter,
  likeOnlyWildcard,
  likeUnderscore,
  listInColumn,
  literalPadded,
  mathOnColumn,
  negation,
  notEqualNullRows,
  notInNullable,
  numberQuoted,
  orAcrossTables,
  orDuplicate,
  orToIn,
  placeholdersMany,
  regexpMatch,
  sqlInjectionShape,
  whereAssign,
  whereNotNullAlways,
];
