import type { Rule } from '../rule.ts';
import { alterDefaultCharset } from './charset/alter-default-charset.ts';
import { charsetAllowed } from './charset/charset-allowed.ts';
import { charsetCollationMismatch } from './charset/charset-collation-mismatch.ts';
import { collateInFilter } from './charset/collate-in-filter.ts';
import { collationAllowed } from './charset/collation-allowed.ts';
import { collationMany } from './charset/collation-many.ts';
import { collationUnknown } from './charset/collation-unknown.ts';
import { columnCharset } from './charset/column-charset.ts';
import { columnCharsetRequired } from './charset/column-charset-required.ts';
import { columnCollationRequired } from './charset/column-collation-required.ts';
import { convertCharsetTable } from './charset/convert-charset-table.ts';
import { introducerMixed } from './charset/introducer-mixed.ts';
import { nationalType } from './charset/national-type.ts';
import { setNamesOld } from './charset/set-names-old.ts';
import { tableCharsetForbidden } from './charset/table-charset-forbidden.ts';
import { tableCharsetRequired } from './charset/table-charset-required.ts';
import { tableCollationRequired } from './charset/table-collation-required.ts';
import { utf8mb3 } from './charset/utf8mb3.ts';

export const charsetRules: readonly Rule[] = [
  alterDefaultCharset,
  charsetAllowed,
  charsetCollationMismatch,
  collateInFilter,
  collationAllowed,
  collationMany,
  collationUnknown,
  columnCharset,
  columnCharsetRequired,
  columnCollationRequired,
  convertCharsetTable,
  introducerMixed,
  nationalType,
  setNamesOld,
  tableCharsetForbidden,
  tableCharsetRequired,
  tableCollationRequired,
  utf8mb3,
];
