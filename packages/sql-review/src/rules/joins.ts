import type { Rule } from '../rule.ts';
import { antiJoinWrongColumn } from './joins/anti-join-wrong-column.ts';
import { joinCollationMismatch } from './joins/join-collation-mismatch.ts';
import { joinComma } from './joins/join-comma.ts';
import { joinCross } from './joins/join-cross.ts';
import { joinCrossSchema } from './joins/join-cross-schema.ts';
import { joinMixedStyle } from './joins/join-mixed-style.ts';
import { joinNoCondition } from './joins/join-no-condition.ts';
import { joinNoIndex } from './joins/join-no-index.ts';
import { joinOnConstant } from './joins/join-on-constant.ts';
import { joinSameTableTwice } from './joins/join-same-table-twice.ts';
import { joinTypeMismatch } from './joins/join-type-mismatch.ts';
import { joinTypeWidth } from './joins/join-type-width.ts';
import { lateralNoIndex } from './joins/lateral-no-index.ts';
import { naturalJoin } from './joins/natural-join.ts';
import { outerJoinDefeated } from './joins/outer-join-defeated.ts';
import { rightJoin } from './joins/right-join.ts';
import { unionCollationMixed } from './joins/union-collation-mixed.ts';

export const joinsRules: readonly Rule[] = [
  antiJoinWrongColumn,
  joinCollationMismatch,
  joinComma,
  joinCross,
  joinCrossSchema,
  joinMixedStyle,
  joinNoCondition,
  joinNoIndex,
  joinOnConstant,
  joinSameTableTwice,
  joinTypeMismatch,
  lateralNoIndex,
  joinTypeWidth,
  naturalJoin,
  outerJoinDefeated,
  rightJoin,
  unionCollationMixed,
];
