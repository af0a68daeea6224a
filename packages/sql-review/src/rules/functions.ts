import type { Rule } from '../rule.ts';
import { concatNullable } from './functions/concat-nullable.ts';
import { countNullable } from './functions/count-nullable.ts';
import { sumNull } from './functions/sum-null.ts';

export const functionsRules: readonly Rule[] = [concatNullable, countNullable, sumNull];
