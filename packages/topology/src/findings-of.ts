import { findAll } from './define-finding.ts';
import type { Finding } from './finding.ts';
import { findingDefinitions } from './findings/index.ts';
import { openFleet } from './fleet.ts';
import type { ClusterContext, ObservedServer } from './observed-server.ts';

const order = { bad: 0, warn: 1, info: 2 } as const;

/** What is wrong with one cluster, worst first, otherwise by definition and server. Pure: the same facts give the same list. */
export function findingsOf(servers: readonly ObservedServer[], context: ClusterContext): readonly Finding[] {
  const fleet = openFleet(servers, context);
  return findingDefinitions
    .flatMap((definition) => findAll(fleet, definition))
    .sort((a, b) => order[a.grade] - order[b.grade]);
}
