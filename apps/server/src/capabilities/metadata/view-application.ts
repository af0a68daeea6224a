import { type ApplicationDetail, fleetProblems } from '@myriad/contract';
import type { z } from 'zod';
import { type Actor, abilityOf, no, yes } from '../../platform/policy/decision.ts';
import { readExtras } from './extras/read-extras.ts';
import type { MetadataParts } from './parts.ts';
import { mayChangeMetadata } from './policy.ts';
import { sightOf } from './sight/sight.ts';
import { selectLinkedClusters } from './store/applications.ts';
import { withOwners } from './with-owners.ts';

export async function viewApplication(
  { db, metadata }: MetadataParts,
  actor: Actor,
  id: string,
): Promise<z.input<typeof ApplicationDetail>> {
  const application = await metadata.getApplication(db, id);
  const clusters = await selectLinkedClusters(db, id, sightOf(actor));
  const [owned = application] = await withOwners(db, [application]);
  const { labels, fields } = await readExtras(db, 'application', id);
  const may = mayChangeMetadata(actor);
  const living = clusters.filter(({ state }) => state !== 'decommissioned').map(({ name }) => name);
  const mayRemove =
    living.length === 0 ? yes : no('APPLICATION_IN_USE', { name: application.name, clusters: living.join(', ') });
  return {
    ...owned,
    labels: { ...labels },
    fields: { ...fields },
    clusters: [...clusters],
    abilities: {
      change: abilityOf(may, fleetProblems),
      remove: abilityOf(may.allowed ? mayRemove : may, fleetProblems),
    },
  };
}
