import type { InstanceReplication } from '@myriad/contract';
import {
  countMissingGtid,
  type Flavor,
  parseGtidSet,
  type ReplicationDetail,
  type ReplicationDetailChannel,
  readReplicationDetail,
  type ServerGlance,
} from '@myriad/mysql';
import type { InstanceRecord } from '../../metadata/index.ts';
import { askServer } from './ask-server.ts';
import type { LivePorts } from './ports.ts';
import { shownPart } from './shown-part.ts';
import { shown } from './shown-text.ts';

/** An instance of the same cluster, as replication names servers: by address and port, or by server_uuid. */
interface Neighbour extends Pick<InstanceRecord, 'id' | 'name' | 'port'> {
  readonly addresses: readonly string[];
  readonly uuid: string;
}

const longText = 65_536;

export async function readInstanceReplication(ports: LivePorts, instanceId: string): Promise<InstanceReplication> {
  const { clock } = ports;
  const answer = await askServer(ports, instanceId, (session, version, signal) =>
    readReplicationDetail(session, version, { now: clock.now, signal }),
  );
  const base = { instanceId, at: clock.now() };
  if (!answer.reachable) return { ...base, reachable: false, because: answer.because };
  const neighbours = await listNeighbours(ports, instanceId);
  return { ...base, reachable: true, ...viewReplication(answer.value, neighbours) };
}

async function listNeighbours({ db, metadata }: LivePorts, instanceId: string): Promise<readonly Neighbour[]> {
  const { clusterId } = await metadata.getInstance(db, instanceId);
  if (clusterId === null) return [];
  const others = (await metadata.listInstances(db, { clusterId })).filter(({ id }) => id !== instanceId);
  return Promise.all(
    others.map(async ({ id, name, port, hostId }) => {
      const host = await metadata.getHost(db, hostId);
      const facts = await metadata.listFacts(db, 'instance', id);
      const uuid = facts.find((fact) => fact.name === 'serverUuid')?.value;
      return { id, name, port, addresses: [host.address, host.name], uuid: typeof uuid === 'string' ? uuid : '' };
    }),
  );
}

function viewReplication(
  { glance, channels, workerErrors, replicas }: ReplicationDetail,
  neighbours: readonly Neighbour[],
) {
  const { readOnly, superReadOnly, gtid, logBin, logReplicaUpdates, semiSync } = glance;
  const { sourceActive, replicaActive, clients, waiting } = semiSync;
  return {
    ...{ readOnly, superReadOnly, gtid, logBin, logReplicaUpdates, serverUuid: shown(glance.serverUuid) },
    executed: shown(glance.executed, longText),
    semiSync: { sourceActive, replicaActive, clients, waiting },
    channels: channels.map((channel) => viewChannel(channel, glance, neighbours)),
    workerErrors: shownPart(workerErrors, ({ channel, worker, errno, message, at }) => ({
      ...{ channel: shown(channel), worker, errno, message: shown(message) },
      ...(at === null ? {} : { at: Math.max(0, Date.parse(at)) }),
    })),
    replicas: shownPart(replicas, ({ host, user, seconds, command, replicaUuid }) => {
      const known = neighbours.find(
        ({ uuid, addresses }) =>
          (uuid !== '' && uuid.toLowerCase() === replicaUuid) || (replicaUuid === '' && addresses.includes(host)),
      );
      return {
        ...{ host: shown(host), user: shown(user), seconds, command: shown(command), replicaUuid: shown(replicaUuid) },
        ...(known ? { instanceId: known.id, name: known.name } : {}),
      };
    }),
  };
}

function viewChannel(
  channel: ReplicationDetailChannel,
  { executed, version: { flavor } }: ServerGlance,
  neighbours: readonly Neighbour[],
) {
  const { source, sourceUuid, filters, read, applied } = channel;
  const known = neighbours.find(
    ({ uuid, port, addresses }) =>
      (uuid !== '' && uuid.toLowerCase() === sourceUuid.toLowerCase()) ||
      (port === source.port && addresses.includes(source.host)),
  );
  return {
    ...channel,
    ...{ name: shown(channel.name), sourceUuid: shown(sourceUuid), received: shown(channel.received, longText) },
    source: { host: shown(source.host), port: source.port },
    ...(known ? { sourceInstanceId: known.id } : {}),
    waiting: waitingOf(flavor, channel.received, executed),
    read: { ...read, file: shown(read.file) },
    applied: { ...applied, file: shown(applied.file) },
    ...{ receiverState: shown(channel.receiverState), applierState: shown(channel.applierState) },
    ...{ receiverError: shown(channel.receiverError, 2000), applierError: shown(channel.applierError, 2000) },
    filters: filters.map(({ rule, value }) => ({ rule: shown(rule), value: shown(value) })),
  };
}

/** Received and not executed; null where the sets cannot be read. */
function waitingOf(flavor: Flavor, received: string, executed: string): number | null {
  if (received === '') return null;
  try {
    return Number(countMissingGtid(parseGtidSet(flavor, received), parseGtidSet(flavor, executed)));
  } catch {
    return null;
  }
}
