import { type Ability, fleetProblems, type HostView, type PoolState } from '@myriad/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, abilityOf } from '../../platform/policy/decision.ts';
import {
  actorOnThing,
  type Fact,
  type HostRecord,
  type InstanceRecord,
  pageByName,
  sightOf,
} from '../metadata/index.ts';
import type { KnownHostKey } from '../paths/index.ts';
import { cutHost } from './cut-host.ts';
import type { HostParts } from './parts.ts';
import { mayCheckHost, mayEditHost, mayManageHosts, mayRemoveHost } from './policy.ts';
import { jumpUsers } from './remove-host.ts';
import { type HostCheck, selectLatestChecks } from './store.ts';

type View = z.input<typeof HostView>;

interface Around {
  readonly hosts: readonly HostRecord[];
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  readonly instances: readonly InstanceRecord[];
  /** Ids of those the actor sees. */
  readonly seen: ReadonlySet<string> | 'everything';
  readonly checks: ReadonlyMap<string, HostCheck>;
  readonly keys: readonly KnownHostKey[];
}

export async function viewHost(parts: HostParts, actor: Actor, hostId: string): Promise<View> {
  const { db, metadata } = parts;
  const host = await metadata.getHost(db, hostId);
  const around = {
    hosts: await metadata.listHosts(db),
    facts: await metadata.listFactsOf(db, 'host', [hostId]),
    instances: await metadata.listInstances(db, { hostId }),
    seen: await seenIds(parts, actor, [hostId]),
    checks: await selectLatestChecks(db, hostId),
    keys: await parts.ways.listHostKeys(db, endpointsOf(host)),
  };
  return toView(actor, host, around);
}

export async function listHosts(
  parts: HostParts,
  actor: Actor,
  query: { readonly limit: number; readonly cursor?: string | undefined; readonly poolState?: PoolState | undefined },
): Promise<{ items: View[]; next?: string; abilities: { register: Ability } }> {
  const { db, metadata } = parts;
  const hosts = await metadata.listHosts(db);
  const { poolState } = query;
  const sight = sightOf(actor);
  const wanted =
    sight === 'everything'
      ? hosts.filter((host) => poolState === undefined || host.poolState === poolState)
      : await metadata.listHosts(db, { ...(poolState ? { poolState } : {}), seenBy: sight });
  const page = pageByName(wanted, query);
  const ids = page.items.map(({ id }) => id);
  const around = await readAround(parts, actor, hosts, ids);
  const items: View[] = [];
  for (const host of page.items) items.push(toView(await actorHere(db, actor, host.id), host, around));
  return {
    ...page,
    items,
    abilities: { register: abilityOf(mayManageHosts(actor), fleetProblems) },
  };
}

/** With the roles held on the host; one taken out of sight between the list and this look is acted on by nobody. */
async function actorHere(db: Reader, actor: Actor, hostId: string): Promise<Actor> {
  try {
    return await actorOnThing(db, actor, 'host', hostId);
  } catch (error) {
    if (error instanceof ProblemError) return { ...actor, roles: [] };
    throw error;
  }
}

/** On a host that several share, each sees their own instances. `everything`: all of them are theirs to see. */
async function seenIds(
  { db, metadata }: HostParts,
  actor: Actor,
  hostIds: readonly string[],
): Promise<ReadonlySet<string> | 'everything'> {
  const seenBy = sightOf(actor);
  if (seenBy === 'everything') return 'everything';
  const [only] = hostIds;
  const filter = { ...(hostIds.length === 1 && only !== undefined ? { hostId: only } : {}), seenBy };
  return new Set((await metadata.listInstances(db, filter)).map(({ id }) => id));
}

const readAround = async (
  parts: HostParts,
  actor: Actor,
  hosts: readonly HostRecord[],
  shown: readonly string[],
): Promise<Around> => ({
  hosts,
  facts: await parts.metadata.listFactsOf(parts.db, 'host', shown),
  instances: await parts.metadata.listInstancesOn(parts.db, shown),
  seen: await seenIds(parts, actor, shown),
  checks: await selectLatestChecks(parts.db),
  keys: await parts.ways.listHostKeys(parts.db),
});

const isSeen = (seen: Around['seen'], id: string): boolean => seen === 'everything' || seen.has(id);

const endpointsOf = (host: HostRecord): string[] =>
  host.paths.flatMap((path) => (path.kind === 'ssh' ? [`${path.address}:${path.port}`] : []));

function toView(actor: Actor, host: HostRecord, around: Around): View {
  const instances = around.instances.filter(({ hostId, state }) => hostId === host.id && state !== 'decommissioned');
  const facts = around.facts.get(host.id) ?? [];
  const check = around.checks.get(host.id);
  const endpoints = endpointsOf(host);
  const ties = { carriesInstances: instances.length > 0, isJumpOf: jumpUsers(host.id, around.hosts) };
  const { createdAt: _, paths, ...shown } = host;
  const view: View = {
    ...shown,
    paths: [...paths],
    facts: Object.fromEntries(facts.map(({ name, value }) => [name, value])),
    ...(check ? { check: { at: check.at, verdicts: [...check.verdicts] } } : {}),
    instances: instances.flatMap(({ id, name, port }) => (isSeen(around.seen, id) ? [{ id, name, port }] : [])),
    hostKeys: around.keys.filter(({ endpoint }) => endpoints.includes(endpoint)).map((key) => ({ ...key })),
    abilities: {
      check: abilityOf(mayCheckHost(actor), fleetProblems),
      remove: abilityOf(mayRemoveHost(actor, { ...host, ...ties }), fleetProblems),
      edit: abilityOf(mayEditHost(actor), fleetProblems),
    },
  };
  return mayManageHosts(actor).allowed ? view : cutHost(view);
}
