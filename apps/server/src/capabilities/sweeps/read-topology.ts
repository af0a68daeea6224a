import type { ClusterTopology, Glance, InstanceGlance } from '@myriad/contract';
import { parseVersion, type ServerGlance, type ServerPortrait } from '@myriad/mysql';
import { graphOf, type Look, type ObservedServer } from '@myriad/topology';
import type { InstanceRecord } from '../metadata/index.ts';
import type { Sweeps } from './create-sweeps.ts';
import { lastLook } from './portrait/look-deep.ts';
import type { DeepLook } from './portrait/pack-portrait.ts';
import { findReadAt } from './store.ts';
import { viewTopology } from './view-topology.ts';

/** Of a deep look, what a topology is drawn from; the rest of it is large. */
interface KeptLook {
  readonly readAt: number;
  readonly glance: ServerGlance;
  readonly portrait: ServerPortrait;
}

/** Clusters whose pages are open at once; the kept looks of more are read again. */
const mostKept = 200;

/** Reads how a cluster is wired: the last cheap looks, and of the last deep ones who fetches from whom. Asks no server. */
export function createTopologyReader(sweeps: Pick<Sweeps, 'parts' | 'glance'>) {
  const { db, metadata, clock } = sweeps.parts;
  const kept = new Map<string, KeptLook>();

  async function deepLookOf(instanceId: string): Promise<KeptLook | undefined> {
    const readAt = await findReadAt(db, instanceId);
    const known = kept.get(instanceId);
    if (readAt === undefined || known?.readAt === readAt) return known;
    const look = await lastLook(db, instanceId);
    if (!look) return undefined;
    if (kept.size >= mostKept) kept.clear();
    const small = { readAt, glance: look.glance, portrait: withoutLists(look.portrait) };
    kept.set(instanceId, small);
    return small;
  }

  /** @throws ProblemError CLUSTER_NOT_FOUND */
  return async (clusterId: string): Promise<ClusterTopology> => {
    await metadata.getCluster(db, clusterId);
    const instances = (await metadata.listInstances(db, { clusterId })).filter(
      ({ state }) => state !== 'decommissioned',
    );
    const seen = new Map<string, InstanceGlance>();
    const servers = await Promise.all(
      instances.map(async (instance): Promise<ObservedServer> => {
        const { id, name, port } = instance;
        const { address: host } = await metadata.getHost(db, instance.hostId);
        const glance = sweeps.glance(id);
        if (glance) seen.set(id, glance);
        return { id, name, host, port, look: lookOf(instance, glance, await deepLookOf(id)) };
      }),
    );
    return viewTopology(clock.now(), graphOf(servers), seen);
  };
}

const notRead = { ok: false, refused: '' } as const;
const withoutLists = (portrait: DeepLook['portrait']): ServerPortrait => ({
  ...portrait,
  accounts: notRead,
  schemaGrants: notRead,
  schemas: notRead,
  contents: { tables: notRead, columns: notRead, indexes: notRead, skipped: [] },
  nonTransactional: notRead,
});

const faultStates: Readonly<Record<string, 'refused' | 'not-mysql'>> = {
  SERVER_LOGIN_REFUSED: 'refused',
  SERVER_TOO_MANY_CONNECTIONS: 'refused',
  SERVER_DENIES: 'refused',
  SERVER_NOT_MYSQL: 'not-mysql',
};

function lookOf(instance: InstanceRecord, seen: InstanceGlance | undefined, deep: KeptLook | undefined): Look {
  if (!seen || seen.state === 'waiting' || seen.state === 'not-swept') return { state: 'not-looked' };
  const { fault, glance } = seen;
  if (seen.state === 'fails' || !glance) {
    return { state: faultStates[fault?.code ?? ''] ?? 'unreachable', because: fault?.words.en ?? '' };
  }
  const portrait = deep && isSameServer(deep, glance) ? { portrait: deep.portrait } : {};
  return { state: 'answered', glance: wholeGlance(instance, glance, deep?.glance), ...portrait };
}

/** Another server may answer at the seat by now: what was read of the one before says nothing. */
const isSameServer = (deep: KeptLook, { serverId, serverUuid }: Glance): boolean =>
  deep.glance.serverId === serverId && deep.glance.serverUuid === serverUuid;

/** The kept glance is a part of what was seen; what is missing comes from the last deep look, or says nothing. */
function wholeGlance(instance: InstanceRecord, glance: Glance, deep: ServerGlance | undefined): ServerGlance {
  const { flavor, versionText, port } = { ...glance, port: instance.port };
  return {
    ...{ versionComment: '', logBin: true, logReplicaUpdates: true, binlogState: '', readAt: 0, tookMilliseconds: 0 },
    ...{ port: deep?.port ?? port },
    ...glance,
    version: versionOf(versionText, flavor, instance.version),
    channels: glance.channels.map((channel) => ({
      ...{ sourceServerId: null, receiverErrno: 0, applierErrno: 0, skipCounter: 0, filters: [] },
      ...{ received: '', usesGtid: true, tls: 'off' as const },
      ...deep?.channels.find(({ name }) => name === channel.name),
      ...channel,
    })),
  };
}

function versionOf(text: string, flavor: Glance['flavor'], recorded: string) {
  try {
    return parseVersion(text, flavor);
  } catch {
    return parseVersion(/\d+\.\d+\.\d+/.test(recorded) ? recorded : '0.0.0', flavor);
  }
}
