import { countMissingGtid, type GtidSet, isEmptyGtid, parseGtidSet, printGtidSet, subtractGtid } from '@myriad/mysql';
import type { Fleet, Seen } from './fleet.ts';
import { reaches } from './graph-of.ts';

export interface Surplus {
  readonly source: string;
  readonly gtids: string;
  readonly count: number;
}

/** An unreadable set says nothing: no finding is made of it here. */
function executedOf({ glance }: Seen): GtidSet | undefined {
  try {
    return parseGtidSet(glance.version.flavor, glance.executed);
  } catch {
    return undefined;
  }
}

const sourcesOf = (fleet: Fleet, server: Seen): readonly Seen[] =>
  server.channels.flatMap(({ sourceServer }) => fleet.find(sourceServer?.id) ?? []);

/** Uuids whose transactions may reach this server through replication: of everybody upstream, seen or only named. */
function uuidsUpstream(fleet: Fleet, server: Seen): ReadonlySet<string> {
  const above = fleet.seen.filter((one) => one.id !== server.id && reaches(fleet.graph.edges, one.id, server.id));
  const named = [server, ...above].flatMap((one) => one.channels.map((channel) => channel.sourceUuid.toLowerCase()));
  const own = above.map((one) => one.glance.serverUuid);
  return new Set([...own, ...named].filter((uuid) => uuid !== ''));
}

const groupName = (server: Seen): string => server.variable('group_replication_group_name')?.toLowerCase() ?? '';

/** Of a MySQL set, what was written under these uuids (`keep`) or under all others. */
function underUuids(set: GtidSet, uuids: ReadonlySet<string>, keep: 'these' | 'others'): GtidSet {
  if (set.flavor !== 'mysql') return set;
  const isWanted = ([key]: readonly [string, unknown]) => uuids.has(key.split(':')[0] ?? '') === (keep === 'these');
  return { flavor: 'mysql', of: new Map([...set.of].filter(isWanted)) };
}

const surplus = (source: string, set: GtidSet, than: GtidSet): Surplus => ({
  source,
  gtids: printGtidSet(set),
  count: Number(countMissingGtid(set, than)),
});

/**
 * Transactions a replica has and none of its sources: written on it, or got from somebody who is no longer there. By
 * lineage: what was written upstream is never errant, it only was read a moment later than the source was.
 */
export function errantsOf(fleet: Fleet, server: Seen): Surplus | undefined {
  const sources = sourcesOf(fleet, server).filter((one) => one.glance.version.flavor === server.glance.version.flavor);
  // With a source that was not seen, what is missing in the others proves nothing.
  if (sources.length === 0 || sources.length < server.channels.length) return undefined;
  const name = sources.map((source) => source.name).join(', ');
  return server.glance.version.flavor === 'mysql'
    ? errantsOfMysql(fleet, server, sources, name)
    : errantsOfMariadb(fleet, server, sources, name);
}

function errantsOfMysql(fleet: Fleet, server: Seen, sources: readonly Seen[], name: string): Surplus | undefined {
  let left = executedOf(server);
  for (const source of sources) {
    const executed = executedOf(source);
    if (!left || !executed) return undefined;
    left = subtractGtid(left, executed);
  }
  if (!left) return undefined;
  const lineage = new Set([...uuidsUpstream(fleet, server), groupName(server)]);
  const inRing = sources.some((source) => reaches(fleet.graph.edges, server.id, source.id));
  if (inRing) lineage.add(server.glance.serverUuid);
  const errant = underUuids(left, lineage, 'others');
  return isEmptyGtid(errant) ? undefined : surplus(name, errant, { flavor: 'mysql', of: new Map() });
}

/** MariaDB remembers per domain and server the last number written: a hole is invisible, a foreign writer is not. */
function statesOf({ glance }: Seen): ReadonlyMap<string, bigint> {
  const found = new Map<string, bigint>();
  for (const part of glance.binlogState.replaceAll(/\s+/g, '').split(',')) {
    const numbers = /^(\d+)-(\d+)-(\d+)$/.exec(part);
    if (numbers?.[3]) found.set(`${numbers[1]}-${numbers[2]}`, BigInt(numbers[3]));
  }
  return found;
}

function errantsOfMariadb(fleet: Fleet, server: Seen, sources: readonly Seen[], name: string): Surplus | undefined {
  if (sources.some((source) => reaches(fleet.graph.edges, server.id, source.id))) return undefined;
  const known = sources.map(statesOf);
  const own = [...statesOf(server)].filter(([pair, number]) => {
    const isOwn = pair.endsWith(`-${server.glance.serverId}`);
    return isOwn && known.every((state) => (state.get(pair) ?? 0n) < number);
  });
  if (own.length === 0) return undefined;
  const count = own.reduce((sum, [pair, number]) => {
    const most = known.reduce((max, state) => ((state.get(pair) ?? 0n) > max ? (state.get(pair) ?? 0n) : max), 0n);
    // The number counts the domain, not the server: of a pair the source has never seen only one is sure.
    return sum + (most === 0n ? 1 : Number(number - most));
  }, 0);
  return { source: name, gtids: own.map(([pair, number]) => `${pair}-${number}`).join(','), count };
}

/** What a source wrote itself and no longer has, while its replica does. Only where the source was read after the replica. */
export function lostBySources(fleet: Fleet, server: Seen): readonly Surplus[] {
  const executed = executedOf(server);
  if (executed?.flavor !== 'mysql') return [];
  return sourcesOf(fleet, server).flatMap((source) => {
    const has = executedOf(source);
    const isLater = source.glance.readAt >= server.glance.readAt + server.glance.tookMilliseconds;
    if (has?.flavor !== 'mysql' || !isLater || source.glance.serverUuid === '') return [];
    const lost = underUuids(subtractGtid(executed, has), new Set([source.glance.serverUuid]), 'these');
    return isEmptyGtid(lost) ? [] : [surplus(source.name, lost, { flavor: 'mysql', of: new Map() })];
  });
}
