import type { Rule } from '../rule.ts';
import { binaryOperator } from './compatibility/binary-operator.ts';
import { createOrReplaceTable } from './compatibility/create-or-replace-table.ts';
import { deprecatedAndOr } from './compatibility/deprecated-and-or.ts';
import { engineOld } from './compatibility/engine-old.ts';
import { exclamationNot } from './compatibility/exclamation-not.ts';
import { floatPrecision } from './compatibility/float-precision.ts';
import { floatUnsigned } from './compatibility/float-unsigned.ts';
import { mariadbOnlyType } from './compatibility/mariadb-only-type.ts';
import { mariadbReturning } from './compatibility/mariadb-returning.ts';
import { oldReplicationWords } from './compatibility/old-replication-words.ts';
import { procedureAnalyse } from './compatibility/procedure-analyse.ts';
import { removedFunction } from './compatibility/removed-function.ts';
import { removedVariable } from './compatibility/removed-variable.ts';
import { removedVariableNext } from './compatibility/removed-variable-next.ts';
import { setSqlMode } from './compatibility/set-sql-mode.ts';
import { sqlModeDependent } from './compatibility/sql-mode-dependent.ts';
import { sqlModeNotStrict } from './compatibility/sql-mode-not-strict.ts';
import { sqlModeZeroDate } from './compatibility/sql-mode-zero-date.ts';
import { userVariableInSelect } from './compatibility/user-variable-in-select.ts';
import { utf8Alias } from './compatibility/utf8-alias.ts';
import { yearTwoDigits } from './compatibility/year-two-digits.ts';
import { zerofill } from './compatibility/zerofill.ts';

export const compatibilityRules: readonly Rule[] = [
  binaryOperator,
  createOrReplaceTable,
  deprecatedAndOr,
  engineOld,
  exclamationNot,
  floatPrecision,
  floatUnsigned,
  mariadbOnlyType,
  mariadbReturning,
  oldReplicationWords,
  procedureAnalyse,
  removedFunction,
  removedVariable,
  removedVariableNext,
  setSqlMode,
  sqlModeNotStrict,
  sqlModeDependent,
  sqlModeZeroDate,
  userVariableInSelect,
  utf8Alias,
  yearTwoDigits,
  zerofill,
];
