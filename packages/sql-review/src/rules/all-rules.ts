import type { Rule } from '../rule.ts';
import { changeSafetyRules } from './change-safety.ts';
import { columnTypesRules } from './column-types.ts';
import { compatibilityRules } from './compatibility.ts';
import { joinsRules } from './joins.ts';
import { queryShapeRules } from './query-shape.ts';
import { replicationRules } from './replication.ts';
import { schemaChangeRules } from './schema-change.ts';
import { securityRules } from './security.ts';
import { tableDesignRules } from './table-design.ts';
import { transactionsRules } from './transactions.ts';

/** Every rule there is, by theme. */
export const allRules: readonly Rule[] = [
  ...changeSafetyRules,
  ...columnTypesRules,
  ...compatibilityRules,
  ...joinsRules,
  ...queryShapeRules,
  ...replicationRules,
  ...schemaChangeRules,
  ...securityRules,
  ...tableDesignRules,
  ...transactionsRules,
];
