import { adoptionProblems, type Discovery, type PageQuery } from '@myriad/contract';
import { type Page, readPage } from '../../platform/database/page.ts';
import type { Reader } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, abilityOf, requireAllowed } from '../../platform/policy/decision.ts';
import type { Metadata } from '../metadata/index.ts';
import type { Adoption } from './create-adoption.ts';
import type { StoredCluster } from './found.ts';
import { mayAdopt, mayDiscover } from './policy.ts';
import { type DiscoveryRecord, findDiscovery, pageDiscoveries } from './store.ts';

/** @throws ProblemError NOT_AN_OPERATOR, DISCOVERY_NOT_FOUND */
export async function viewDiscovery({ parts, runs }: Adoption, actor: Actor, id: string): Promise<Discovery> {
  requireAllowed(mayDiscover(actor));
  const { db, metadata } = parts;
  const record = await findDiscovery(db, id);
  if (!record) throw new ProblemError('DISCOVERY_NOT_FOUND', { id });
  const { clusters = [], leftOut = [] } = record.found ?? {};
  // The whole fleet is read for it: not while there is nothing to compare with.
  const recorded = clusters.length > 0 ? await recordedSeats(metadata, db) : new Map<string, string>();
  return {
    ...head({ runs }, record),
    clusters: clusters.map((cluster) => toView(cluster, recorded)),
    leftOut: [...leftOut],
  };
}

export const listDiscoveries = async (
  { parts, runs }: Adoption,
  actor: Actor,
  query: PageQuery,
): Promise<Page<Omit<Discovery, 'clusters' | 'leftOut'>>> => {
  requireAllowed(mayDiscover(actor));
  return readPage(
    query,
    (after, limit) => pageDiscoveries(parts.db, after, limit),
    ({ startedAt, id }) => ({ createdAt: startedAt, id }),
    (record) => head({ runs }, record),
  );
};

/** What it found so far stays. */
export async function cancelDiscovery(adoption: Adoption, actor: Actor, id: string): Promise<void> {
  requireAllowed(mayDiscover(actor));
  if (!(await findDiscovery(adoption.parts.db, id))) throw new ProblemError('DISCOVERY_NOT_FOUND', { id });
  const run = adoption.runs.get(id);
  run?.controller.abort();
  await run?.ended;
}

function head({ runs }: Pick<Adoption, 'runs'>, record: DiscoveryRecord): Omit<Discovery, 'clusters' | 'leftOut'> {
  const { id, state, startedAt, endedAt, startedBy, known, looked, answered } = record;
  const running = runs.get(id)?.progress;
  const counts = running ?? { known, looked, answered };
  return {
    ...{ id, state, startedAt, startedBy },
    ...(endedAt === null ? {} : { endedAt }),
    progress: { known: counts.known, looked: counts.looked, answered: counts.answered, now: [...(running?.now ?? [])] },
  };
}

/** Living instances by `address:port`. */
export async function recordedSeats(metadata: Metadata, db: Reader): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map((await metadata.listHosts(db)).map(({ id, address }) => [id, address]));
  const living = (await metadata.listInstances(db)).filter(({ state }) => state !== 'decommissioned');
  return new Map(living.map(({ id, hostId, port }) => [`${addresses.get(hostId)} ${port}`, id]));
}

export const recordedOf = (
  { servers }: Pick<StoredCluster, 'servers'>,
  recorded: ReadonlyMap<string, string>,
): readonly string[] => servers.filter(({ address, port }) => recorded.has(`${address} ${port}`)).map(({ id }) => id);

function toView(cluster: StoredCluster, recorded: ReadonlyMap<string, string>): Discovery['clusters'][number] {
  return {
    ...cluster,
    servers: cluster.servers.map(({ account: _account, forbidden: _forbidden, given: _given, ...server }) => {
      const instanceId = recorded.get(`${server.address} ${server.port}`);
      return { ...server, ...(instanceId === undefined ? {} : { instanceId }) };
    }),
    abilities: { adopt: abilityOf(mayAdopt(cluster, recordedOf(cluster, recorded)), adoptionProblems) },
  };
}
