import type { StandardRule } from '@myriad/contract';
import { access } from './access.ts';
import { durability } from './durability.ts';
import { namesAndVersions } from './names-and-versions.ts';
import { replication } from './replication.ts';
import { textsAndTimes } from './texts-and-times.ts';

/** Raised when the rules below change: an upgrade then publishes them, unless people published versions of their own. */
export const shippedRevision = 1;
export const shippedName = 'Myriad';

/** MySQL 5.7 to 9.x, MariaDB 10.6 and later: good for most, and a place to begin from. */
export const shippedRules: readonly StandardRule[] = [
  ...durability,
  ...replication,
  ...textsAndTimes,
  ...access,
  ...namesAndVersions,
];
