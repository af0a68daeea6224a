import type { Rule } from '../rule.ts';
import { implicitConversion } from './conditions/implicit-conversion.ts';
import { indexLeftmostMissing } from './conditions/index-leftmost-missing.ts';
import { notInNullable } from './conditions/not-in-nullable.ts';
import { whereNotNullAlways } from './conditions/where-not-null-always.ts';

export const conditionsRules: readonly Rule[] = [
  implicitConversion,
  indexLeftmostMissing,
  notInNullable,
  whereNotNullAlways,
];
