import { type Ability, fleetProblems, type HostView, type PoolState } from '@myriad/contract';
import type { z } from 'zod';
import { type Actor, abilityOf } from '../../platform/policy/decision.ts';
import {
  actorsOnThings,
  type Fact,
  type HostRecord,
  type InstanceRecord,
  readPageByName,
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
  const host = await parts.metadata.getHost(parts.db, hostId);
  return toView(actor, host, await readAround(parts, actor, [host]));
}

export async function listHosts(
  parts: HostParts,
  actor: Actor,
  query: { readonly limit: number; readonly cursor?: string | undefined; readonly poolState?: PoolState | undefined },
): Promise<{ items: View[]; next?: string; abilities: { register: Ability } }> {
  const { db, metadata } = parts;
  const { poolState } = query;
  const seenBy = sightOf(actor);
  const page = await readPageByName(query, (of) => metadata.listHosts(db, { poolState, seenBy, page: of }));
  const around = await readAround(parts, actor, page.items);
  const things = page.items.map(({ id }) => ({ entity: 'host' as const, id }));
  const actorOf = await actorsOnThings(db, actor, things);
  return {
    ...page,
    items: page.items.map((host) => toView(actorOf('host', host.id), host, around)),
    abilities: { register: abilityOf(mayManageHosts(actor), fleetProblems) },
  };
}

/** On a host that several share, each sees their own instances. `everything`: all of them are theirs to see. */
async function seenIds(
  { db, metadata }: HostParts,
  actor: Actor,
  hostIds: readonly string[],
): Promise<ReadonlySet<string> | 'everything'> {
  const seenBy = sightOf(actor);
  if (seenBy === 'everything') return 'everything';
  return new Set((await metadata.listInstancesOn(db, hostIds, seenBy)).map(({ id }) => id));
}

async function readAround(parts: HostParts, actor: Actor, shown: readonly HostRecord[]): Promise<Around> {
  const { db, metadata, ways } = parts;
  const ids = shown.map(({ id }) => id);
  const instances = await metadata.listInstancesOn(db, ids);
  const used = new Set(instances.flatMap(({ hostId, state }) => (state === 'decommissioned' ? [] : [hostId])));
  return {
    // Who jumps over a host is asked only of one that could be removed otherwise.
    hosts: shown.every(({ id }) => used.has(id)) ? [] : await metadata.listHosts(db),
    facts: await metadata.listFactsOf(db, 'host', ids),
    instances,
    seen: await seenIds(parts, actor, ids),
    checks: await selectLatestChecks(db, ids),
    keys: await ways.listHostKeys(db, [...new Set(shown.flatMap(endpointsOf))]),
  };
}

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
