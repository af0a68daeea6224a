import type { Rule } from '../rule.ts';
import { alterDefaultCharset } from './charset/alter-default-charset.ts';
import { charsetAllowed } from './charset/charset-allowed.ts';
import { charsetCollationMismatch } from './charset/charset-collation-mismatch.ts';
import { collateInFilter } from './charset/collate-in-filter.ts';
import { collationAllowed } from './charset/collation-allowed.ts';
import { columnCharset } from './charset/column-charset.ts';
import { convertCharsetTable } from './charset/convert-charset-table.ts';
import { introducerMixed } from './charset/introducer-mixed.ts';
import { nationalType } from './charset/national-type.ts';
import { setNamesOld } from './charset/set-names-old.ts';
import { tableCharsetRequired } from './charset/table-charset-required.ts';
import { utf8mb3 } from './charset/utf8mb3.ts';

export const charsetRules: readonly Rule[] = [
  alterDefaultCharset,
  charsetAllowed,
  charsetCollationMismatch,
  collateInFilter,
  collationAllowed,
  columnCharset,
  convertCharsetTable,
  introducerMixed,
  nationalType,
  setNamesOld,
  tableCharsetRequired,
  utf8mb3,
];
