import type { Reader } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { selectSeenIds } from '../metadata/index.ts';
import type { FeedEntry } from './change-feed.ts';

/** Of the news of the whole fleet what one sees; the last one of a batch stays at least as its number, so that nothing is read twice. */
export async function seenNews(db: Reader, actor: Actor, entries: readonly FeedEntry[]): Promise<readonly FeedEntry[]> {
  const about = entries.map(({ data }) => thingOf(data));
  const seen = new Set<string>();
  for (const entity of ['host', 'instance', 'cluster', 'application'] as const) {
    const ids = about.flatMap((thing) => (thing?.entity === entity ? [thing.id] : []));
    for (const id of await selectSeenIds(db, actor, entity, ids)) seen.add(`${entity}/${id}`);
  }
  return entries.flatMap((entry, at) => {
    const thing = about[at];
    if (!thing || seen.has(`${thing.entity}/${thing.id}`)) return [entry];
    return at === entries.length - 1 ? [{ id: entry.id, type: 'passed', data: {} }] : [];
  });
}

function thingOf(data: unknown): { readonly entity: string; readonly id: string } | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if ('instanceId' in data) return { entity: 'instance', id: String(data.instanceId) };
  if ('entity' in data && 'entityId' in data) return { entity: String(data.entity), id: String(data.entityId) };
  return undefined;
}
