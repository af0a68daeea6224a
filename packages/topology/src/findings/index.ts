import type { FindingDefinition } from '../define-finding.ts';
import { accounts } from './accounts.ts';
import { durability } from './durability.ts';
import { encryption } from './encryption.ts';
import { groups } from './groups.ts';
import { reachability } from './reachability.ts';
import { replication } from './replication.ts';
import { roles } from './roles.ts';
import { schemas } from './schemas.ts';
import { semiSync } from './semi-sync.ts';
import { surroundings } from './surroundings.ts';
import { transactions } from './transactions.ts';
import { versions } from './versions.ts';

/** Everything that is looked for, in the order people read it. */
export const findingDefinitions: readonly FindingDefinition[] = [
  ...reachability,
  ...replication,
  ...transactions,
  ...roles,
  ...semiSync,
  ...durability,
  ...schemas,
  ...accounts,
  ...encryption,
  ...versions,
  ...surroundings,
  ...groups,
];
