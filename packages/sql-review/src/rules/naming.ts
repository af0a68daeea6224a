import type { Rule } from '../rule.ts';
import { aliasNoAs } from './naming/alias-no-as.ts';
import { aliasRepeated } from './naming/alias-repeated.ts';
import { aliasSameName } from './naming/alias-same-name.ts';
import { fullwidthSign } from './naming/fullwidth-sign.ts';
import { invisibleCharacter } from './naming/invisible-character.ts';
import { nameBackupLeft } from './naming/name-backup-left.ts';
import { nameCase } from './naming/name-case.ts';
import { nameColumnRepeatsTable } from './naming/name-column-repeats-table.ts';
import { nameDeny } from './naming/name-deny.ts';
import { nameDigitFirst } from './naming/name-digit-first.ts';
import { nameForeignKeyPrefix } from './naming/name-foreign-key-prefix.ts';
import { nameIndexPrefix } from './naming/name-index-prefix.ts';
import { nameIndexRequired } from './naming/name-index-required.ts';
import { nameLength } from './naming/name-length.ts';
import { nameMultibyte } from './naming/name-multibyte.ts';
import { nameOddSign } from './naming/name-odd-sign.ts';
import { namePlural } from './naming/name-plural.ts';
import { nameReserved } from './naming/name-reserved.ts';
import { nameReservedNext } from './naming/name-reserved-next.ts';
import { nameSchemaSuffix } from './naming/name-schema-suffix.ts';
import { nameTablePrefix } from './naming/name-table-prefix.ts';
import { nameViewPrefix } from './naming/name-view-prefix.ts';
import { operatorNonstandard } from './naming/operator-nonstandard.ts';
import { schemaQualified } from './naming/schema-qualified.ts';
import { spaceAfterDot } from './naming/space-after-dot.ts';

export const namingRules: readonly Rule[] = [
  aliasNoAs,
  aliasRepeated,
  aliasSameName,
  fullwidthSign,
  invisibleCharacter,
  nameBackupLeft,
  nameCase,
  nameDeny,
  nameColumnRepeatsTable,
  nameDigitFirst,
  nameForeignKeyPrefix,
  nameIndexPrefix,
  nameIndexRequired,
  nameLength,
  nameMultibyte,
  nameOddSign,
  namePlural,
  nameReserved,
  nameSchemaSuffix,
  nameReservedNext,
  nameTablePrefix,
  nameViewPrefix,
  operatorNonstandard,
  schemaQualified,
  spaceAfterDot,
];
