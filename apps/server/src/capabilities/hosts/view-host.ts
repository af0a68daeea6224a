import { type Ability, fleetProblems, type HostView, type PoolState } from '@myriad/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/schema.ts';
import { type Actor, abilityOf } from '../../platform/policy/decision.ts';
import { type Fact, type HostRecord, type InstanceRecord, pageByName } from '../metadata/index.ts';
import type { KnownHostKey } from '../paths/index.ts';
import { cutHost } from './cut-host.ts';
import type { HostParts } from './parts.ts';
import { mayCheckHost, mayEditHost, mayManageHosts, mayRemoveHost } from './policy.ts';
import { jumpUsers } from './remove-host.ts';
import { type HostCheck, selectLatestChecks } from './store.ts';

type View = z.input<typeof HostView>;

interface Around {
  readonly hosts: readonly HostRecord[];
  readonly facts: readonly Fact[];
  readonly instances: readonly InstanceRecord[];
  readonly checks: ReadonlyMap<string, HostCheck>;
  readonly keys: readonly KnownHostKey[];
}

export async function viewHost(parts: HostParts, actor: Actor, hostId: string): Promise<View> {
  const { db, metadata } = parts;
  const host = await metadata.getHost(db, hostId);
  const around = {
    hosts: await metadata.listHosts(db),
    facts: await metadata.listFacts(db, 'host', hostId),
    instances: await metadata.listInstances(db, { hostId }),
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
  const wanted = query.poolState ? hosts.filter(({ poolState }) => poolState === query.poolState) : hosts;
  const page = pageByName(wanted, query);
  const around = await readAround(parts, db, hosts);
  return {
    ...page,
    items: page.items.map((host) => toView(actor, host, around)),
    abilities: { register: abilityOf(mayManageHosts(actor), fleetProblems) },
  };
}

const readAround = async (
  { metadata, ways }: HostParts,
  db: Reader,
  hosts: readonly HostRecord[],
): Promise<Around> => ({
  hosts,
  facts: await metadata.listFactsOfAll(db, 'host'),
  instances: await metadata.listInstances(db),
  checks: await selectLatestChecks(db),
  keys: await ways.listHostKeys(db),
});

const endpointsOf = (host: HostRecord): string[] =>
  host.paths.flatMap((path) => (path.kind === 'ssh' ? [`${path.address}:${path.port}`] : []));

function toView(actor: Actor, host: HostRecord, around: Around): View {
  const instances = around.instances.filter(({ hostId, state }) => hostId === host.id && state !== 'decommissioned');
  const facts = around.facts.filter(({ entityId }) => entityId === host.id);
  const check = around.checks.get(host.id);
  const endpoints = endpointsOf(host);
  const ties = { carriesInstances: instances.length > 0, isJumpOf: jumpUsers(host.id, around.hosts) };
  const { createdAt: _, paths, ...shown } = host;
  const view: View = {
    ...shown,
    paths: [...paths],
    facts: Object.fromEntries(facts.map(({ name, value }) => [name, value])),
    ...(check ? { check: { at: check.at, verdicts: [...check.verdicts] } } : {}),
    instances: instances.map(({ id, name, port }) => ({ id, name, port })),
    hostKeys: around.keys.filter(({ endpoint }) => endpoints.includes(endpoint)).map((key) => ({ ...key })),
    abilities: {
      check: abilityOf(mayCheckHost(actor), fleetProblems),
      remove: abilityOf(mayRemoveHost(actor, { ...host, ...ties }), fleetProblems),
      edit: abilityOf(mayEditHost(actor), fleetProblems),
    },
  };
  return mayManageHosts(actor).allowed ? view : cutHost(view);
}
