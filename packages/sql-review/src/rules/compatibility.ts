import type { Rule } from '../rule.ts';
import { binaryOperator } from './compatibility/binary-operator.ts';
import { floatPrecision } from './compatibility/float-precision.ts';
import { floatUnsigned } from './compatibility/float-unsigned.ts';
import { setSqlMode } from './compatibility/set-sql-mode.ts';
import { sqlModeNotStrict } from './compatibility/sql-mode-not-strict.ts';
import { sqlModeZeroDate } from './compatibility/sql-mode-zero-date.ts';
import { yearTwoDigits } from './compatibility/year-two-digits.ts';
import { zerofill } from './compatibility/zerofill.ts';

export const compatibilityRules: readonly Rule[] = [
  binaryOperator,
  floatPrecision,
  floatUnsigned,
  setSqlMode,
  sqlModeNotStrict,
  sqlModeZeroDate,
  yearTwoDigits,
  zerofill,
];
