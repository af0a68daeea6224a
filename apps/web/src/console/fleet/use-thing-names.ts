import { type Dimension, listInventory } from '@myriad/contract';
import { useAnswer } from '../../shared/api/use-answer.ts';

interface Named {
  readonly entity: string;
  readonly entityId: string;
}

/** A filter has room for so many ids. */
const mostIds = 90;

/** What the things of a list are called, by their ids; those that are gone have no name any more. */
export function useThingNames(things: readonly Named[]): ReadonlyMap<string, string> {
  const applications = useNames('application', things);
  const clusters = useNames('cluster', things);
  const instances = useNames('instance', things);
  const hosts = useNames('host', things);
  return new Map([...applications, ...clusters, ...instances, ...hosts]);
}

function useNames(dimension: Dimension, things: readonly Named[]): [string, string][] {
  const ids = [...new Set(things.filter(({ entity }) => entity === dimension).map(({ entityId }) => entityId))];
  const wanted = ids.slice(0, mostIds).sort();
  const where = `id in (${wanted.map((id) => JSON.stringify(id)).join(',')})`;
  const found = useAnswer(
    listInventory,
    { params: { dimension }, query: { where, fields: 'name', limit: mostIds } },
    { enabled: wanted.length > 0, keeps: true },
  );
  return (found.data?.items ?? []).map(({ id, name }) => [String(id), String(name)]);
}
