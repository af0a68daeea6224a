import type { Rule } from '../rule.ts';
import { changeSafetyRules } from './change-safety.ts';
import { columnTypesRules } from './column-types.ts';
import { queryShapeRules } from './query-shape.ts';
import { schemaChangeRules } from './schema-change.ts';
import { tableDesignRules } from './table-design.ts';

/** Every rule there is, by theme. */
export const allRules: readonly Rule[] = [
  ...changeSafetyRules,
  ...columnTypesRules,
  ...queryShapeRules,
  ...schemaChangeRules,
  ...tableDesignRules,
];
