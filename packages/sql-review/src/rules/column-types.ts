import type { Rule } from '../rule.ts';
import { charLong } from './column-types/char-long.ts';
import { columnDuplicate } from './column-types/column-duplicate.ts';
import { enumSetBit } from './column-types/enum-set-bit.ts';
import { floatDouble } from './column-types/float-double.ts';

export const columnTypesRules: readonly Rule[] = [charLong, columnDuplicate, enumSetBit, floatDouble];
