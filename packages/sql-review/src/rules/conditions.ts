import type { Rule } from '../rule.ts';
import { filterOnSkew } from './conditions/filter-on-skew.ts';
import { implicitConversion } from './conditions/implicit-conversion.ts';
import { inListDiveLimit } from './conditions/in-list-dive-limit.ts';
import { indexLeftmostMissing } from './conditions/index-leftmost-missing.ts';
import { notInNullable } from './conditions/not-in-nullable.ts';
import { whereNotNullAlways } from './conditions/where-not-null-always.ts';

export const conditionsRules: readonly Rule[] = [
  filterOnSkew,
  implicitConversion,
  inListDiveLimit,
  indexLeftmostMissing,
  notInNullable,
  whereNotNullAlways,
];
