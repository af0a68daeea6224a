import type { Rule } from '../rule.ts';
import { autoUpdateMissing } from './column-types/auto-update-missing.ts';
import { bitType } from './column-types/bit-type.ts';
import { booleanWide } from './column-types/boolean-wide.ts';
import { charLong } from './column-types/char-long.ts';
import { columnDuplicate } from './column-types/column-duplicate.ts';
import { columnNoDefault } from './column-types/column-no-default.ts';
import { columnNullable } from './column-types/column-nullable.ts';
import { currentTimestampMany } from './column-types/current-timestamp-many.ts';
import { dateAsText } from './column-types/date-as-text.ts';
import { decimalAsBigint } from './column-types/decimal-as-bigint.ts';
import { decimalScale } from './column-types/decimal-scale.ts';
import { decimalWide } from './column-types/decimal-wide.ts';
import { defaultNowNotTime } from './column-types/default-now-not-time.ts';
import { defaultNullNotNull } from './column-types/default-null-not-null.ts';
import { defaultTooLong } from './column-types/default-too-long.ts';
import { defaultTypeMismatch } from './column-types/default-type-mismatch.ts';
import { enumDefaultMissing } from './column-types/enum-default-missing.ts';
import { enumEmptyValue } from './column-types/enum-empty-value.ts';
import { enumMany } from './column-types/enum-many.ts';
import { enumSetBit } from './column-types/enum-set-bit.ts';
import { floatDouble } from './column-types/float-double.ts';
import { fractionalSeconds } from './column-types/fractional-seconds.ts';
import { intWidth } from './column-types/int-width.ts';
import { intWidthMissing } from './column-types/int-width-missing.ts';
import { integerOutOfRange } from './column-types/integer-out-of-range.ts';
import { ipAsText } from './column-types/ip-as-text.ts';
import { jsonType } from './column-types/json-type.ts';
import { moneyAsFloat } from './column-types/money-as-float.ts';
import { notNullNoDefault } from './column-types/not-null-no-default.ts';
import { onUpdateAny } from './column-types/on-update-any.ts';
import { onUpdateTimestamp } from './column-types/on-update-timestamp.ts';
import { spatialNoSrid } from './column-types/spatial-no-srid.ts';
import { spatialType } from './column-types/spatial-type.ts';
import { textBlob } from './column-types/text-blob.ts';
import { textBlobDefault } from './column-types/text-blob-default.ts';
import { textBlobNotNull } from './column-types/text-blob-not-null.ts';
import { timeDefault } from './column-types/time-default.ts';
import { timestampPrecisionMismatch } from './column-types/timestamp-precision-mismatch.ts';
import { timestampType } from './column-types/timestamp-type.ts';
import { typeDeny } from './column-types/type-deny.ts';
import { uuidAsText } from './column-types/uuid-as-text.ts';
import { varcharLong } from './column-types/varchar-long.ts';
import { varcharOverRow } from './column-types/varchar-over-row.ts';
import { zeroDate } from './column-types/zero-date.ts';

export const columnTypesRules: readonly Rule[] = [
  autoUpdateMissing,
  bitType,
  booleanWide,
  charLong,
  columnDuplicate,
  columnNoDefault,
  columnNullable,
  currentTimestampMany,
  dateAsText,
  decimalAsBigint,
  decimalScale,
  decimalWide,
  defaultNowNotTime,
  defaultNullNotNull,
  defaultTooLong,
  defaultTypeMismatch,
  enumDefaultMissing,
  enumEmptyValue,
  enumMany,
  enumSetBit,
  floatDouble,
  fractionalSeconds,
  intWidth,
  intWidthMissing,
  integerOutOfRange,
  ipAsText,
  jsonType,
  moneyAsFloat,
  notNullNoDefault,
  onUpdateAny,
  onUpdateTimestamp,
  spatialNoSrid,
  spatialType,
  textBlob,
  textBlobDefault,
  textBlobNotNull,
  timeDefault,
  timestampPrecisionMismatch,
  timestampType,
  typeDeny,
  uuidAsText,
  varcharLong,
  varcharOverRow,
  zeroDate,
];
