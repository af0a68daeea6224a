import type { Rule } from '../rule.ts';
import { changeSafetyRules } from './change-safety.ts';
import { charsetRules } from './charset.ts';
import { columnTypesRules } from './column-types.ts';
import { compatibilityRules } from './compatibility.ts';
import { conditionsRules } from './conditions.ts';
import { correctnessRules } from './correctness.ts';
import { functionsRules } from './functions.ts';
import { indexesRules } from './indexes.ts';
import { joinsRules } from './joins.ts';
import { namingRules } from './naming.ts';
import { partitionsRules } from './partitions.ts';
import { plansRules } from './plans.ts';
import { programsRules } from './programs.ts';
import { queryShapeRules } from './query-shape.ts';
import { replicationRules } from './replication.ts';
import { schemaChangeRules } from './schema-change.ts';
import { securityRules } from './security.ts';
import { tableDesignRules } from './table-design.ts';
import { transactionsRules } from './transactions.ts';

/** Every rule there is, by theme. */
export const allRules: readonly Rule[] = [
  ...changeSafetyRules,
  ...charsetRules,
  ...columnTypesRules,
  ...compatibilityRules,
  ...conditionsRules,
  ...correctnessRules,
  ...functionsRules,
  ...indexesRules,
  ...joinsRules,
  ...namingRules,
  ...partitionsRules,
  ...plansRules,
  ...programsRules,
  ...queryShapeRules,
  ...replicationRules,
  ...schemaChangeRules,
  ...securityRules,
  ...tableDesignRules,
  ...transactionsRules,
];
